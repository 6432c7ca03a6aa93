import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { answers, fitsSocket } from './unix-socket.ts'

const triesMax = 5

/** The folder is another living process's. */
export class Locked extends Error {}

/** `sockets`: whether the folder's file system can hold a unix socket. */
export type Lock = { sockets: boolean; release(): void }

type Holder = { pid: number; start: string; socket: string }

/**
 * One process at a time on a data folder. The holder listens on a socket in it, so it is seen to live from other containers
 * too, where its number means nothing; a lock whose process is gone (killed, or the machine restarted) is taken over.
 */
export async function lockFolder(folder: string): Promise<Lock> {
  const path = join(folder, 'lampline.lock')
  const id = randomBytes(4).toString('hex')
  const socket = `lampline-${id}.sock`
  const server = await listen(join(folder, socket))
  const mine = `${process.pid} ${startOf(process.pid)} ${server ? socket : '-'}`
  const draft = `${path}.${id}`
  const release = () => {
    if (read(path) === mine) unlinkSync(path)
    server?.close()
  }
  try {
    writeFileSync(draft, mine)
    await takeLock(path, draft, id, folder)
    return { sockets: server !== null, release }
  } catch (error) {
    server?.close()
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

async function takeLock(path: string, draft: string, id: string, folder: string): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    if (linked(draft, path)) return
    const theirs = read(path)
    if (theirs === null) continue
    const holder = holderIn(theirs)
    if (startOf(holder.pid) === holder.start || (await answers(join(folder, holder.socket)))) {
      throw new Locked(
        `Another Lampline (process ${holder.pid}) already runs on ${folder}. ` +
          'Stop it first, or give this one a folder of its own: LAMPLINE_DATA=…',
      )
    }
    dropStale(path, theirs, id)
    if (/^lampline-[0-9a-f]+\.sock$/.test(holder.socket)) rmSync(join(folder, holder.socket), { force: true })
  }
  throw new Error(`The lock of ${folder} could not be taken; another Lampline may be starting. Try again in a moment.`)
}

function holderIn(text: string): Holder {
  const words = text.split(' ')
  return { pid: Number(words[0]), start: words.slice(1, -1).join(' '), socket: words.at(-1) ?? '-' }
}

/** Null where the file system has no sockets or the path is too long for one: the process number alone must do. */
function listen(path: string): Promise<Server | null> {
  if (!fitsSocket(path)) return Promise.resolve(null)
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', () => resolve(null))
    server.listen(path, () => resolve(server.unref()))
  })
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Moves the stale lock aside before it goes, so that two who find it stale cannot remove each other's fresh one. */
function dropStale(path: string, stale: string, id: string): void {
  const aside = `${path}.stale.${id}`
  if (read(path) !== stale) return
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (read(aside) !== stale) linked(aside, path)
  unlinkSync(aside)
}

/** When a process started, as its system says it: tells a living process from a later one with the same number. */
function startOf(pid: number): string {
  if (!Number.isInteger(pid) || pid <= 0) return 'gone'
  try {
    if (process.platform !== 'linux') return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A killed process that nobody has buried yet still has its number and its start.
    return fields[0] === 'Z' || fields[0] === 'X' ? 'gone' : (fields[19] ?? 'gone')
  } catch {
    return 'gone'
  }
}
