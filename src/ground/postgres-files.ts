import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { type Account, canReach, giveTo } from './account.ts'
import type { Lock } from './lock.ts'
import { postgresPackage, thisSystem } from './postgres-package.ts'
import { fitsSocket } from './unix-socket.ts'

/** Where the server's files are, and as whom it runs. All that must be backed up is the cluster; it stays in the data folder. */
export type PostgresFiles = {
  home: string
  cluster: string
  programs: string
  version: string
  socket: string
  account: Account | null
  /** False: the account may not walk down to the data folder (under /root, say), and is handed the open cluster instead. */
  reachable: boolean
}

const otherPrograms = '/var/lib/lampline'

export const clusterOf = (folder: string) => join(resolve(folder), 'database')

/** Makes ready what the server needs beside its cluster; the folder is locked, and there. */
export function preparePostgresFiles(folder: string, account: Account | null, lock: Lock): PostgresFiles {
  const home = resolve(folder)
  const reachable = account === null || canReach(home, account)
  if (!reachable && !existsSync('/proc/self/fd')) {
    throw new Error(
      `Lampline runs as root, and its database, which may not, cannot enter ${home}. Choose a folder that all may pass: LAMPLINE_DATA=…`,
    )
  }
  const { native, version } = postgresPackage(thisSystem())
  const programs = join(reachable ? home : otherPrograms, `postgres-${version}`)
  if (!existsSync(programs)) copyPrograms(native, programs)
  const socket = socketFolder(home, account, reachable && lock.sockets)
  return { home, cluster: clusterOf(home), programs, version, socket, account, reachable }
}

/** Programs of other versions, once the server of this one runs; and drafts that a kill left behind. */
export function dropOldPrograms({ home, version }: PostgresFiles): void {
  for (const name of readdirSync(home)) {
    if (name.startsWith('postgres-') && name !== `postgres-${version}`) rmSync(join(home, name), { recursive: true, force: true })
  }
}

/** How to name a cluster to the server, and what else to hand it: an open folder is reached without walking down to it. */
export function handOver(cluster: string, reachable: boolean): { path: string; handle: number | null } {
  return reachable ? { path: cluster, handle: null } : { path: '/proc/self/fd/3', handle: openSync(cluster, 'r') }
}

/** The package's own installer would make these links inside itself; we make them in our copy, so that it needs none. */
function copyPrograms(native: string, programs: string): void {
  mkdirSync(dirname(programs), { recursive: true })
  if (dirname(programs) === otherPrograms) chmodSync(otherPrograms, 0o755)
  const draft = `${programs}.new.${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  const links = join(draft, 'pg-symlinks.json')
  const wanted = existsSync(links) ? (JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[]) : []
  for (const { source, target } of wanted) {
    const at = join(draft, relative('native', target))
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(draft, relative('native', source))), at)
  }
  openToRead(draft)
  for (const name of readdirSync(join(draft, 'bin'))) chmodSync(join(draft, 'bin', name), 0o755)
  try {
    renameSync(draft, programs)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(programs)) throw error
  }
}

/** Ours to write, the database's account to read, whatever the umask was. */
function openToRead(path: string): void {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  chmodSync(path, stat.isDirectory() ? 0o755 : 0o644)
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToRead(join(path, name))
}

/** In the data folder; where that is too deep, out of reach or knows no sockets, a short one among the system's, ours alone. */
function socketFolder(home: string, account: Account | null, inside: boolean): string {
  const own = join(home, 'socket')
  const temporary = account !== null && !canReach(tmpdir(), account) ? '/tmp' : tmpdir()
  const socket = inside && fitsSocket(join(own, '.s.PGSQL.5432')) ? own : join(temporary, `lampline-${shortHash(home)}`)
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  const stat = lstatSync(socket)
  const owners = [process.getuid?.(), account?.uid]
  if (!stat.isDirectory() || !owners.includes(stat.uid)) {
    throw new Error(`${socket} belongs to somebody else; remove it, or set TMPDIR to a folder of your own.`)
  }
  giveTo(socket, account)
  chmodSync(socket, 0o700)
  return socket
}

/** Leaves nothing behind among the system's folders. */
export function dropSocketFolder({ socket }: PostgresFiles): void {
  try {
    rmdirSync(socket)
  } catch {
    // Not empty: a server that would not stop still has its socket there.
  }
}

export function ownerOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.uid ?? null
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
