import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const triesMax = 5

/** The folder is another living process's. */
export class Locked extends Error {}

/** One process at a time on a data folder. A lock whose process is gone (killed, or the machine restarted) is taken over. */
export function lockFolder(folder: string): { release(): void } {
  const path = join(folder, 'lampline.lock')
  const mine = `${process.pid} ${startOf(process.pid)}`
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, mine)
  try {
    for (let tries = 0; tries < triesMax; tries += 1) {
      if (linked(draft, path)) return { release: () => releaseLock(path, mine) }
      const theirs = read(path)
      if (theirs === null) continue
      const pid = Number(theirs.split(' ')[0])
      if (startOf(pid) === theirs.slice(theirs.indexOf(' ') + 1)) {
        throw new Locked(
          `Another Lampline (process ${pid}) already runs on ${folder}. Stop it first, or give this one a folder of its own: LAMPLINE_DATA=…`,
        )
      }
      dropStale(path, theirs)
    }
    throw new Error(`The lock of ${folder} could not be taken; another Lampline may be starting. Try again in a moment.`)
  } finally {
    unlinkSync(draft)
  }
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
  } catch {
    return null
  }
}

/** Moves the stale lock aside before it goes, so that two who find it stale cannot remove each other's fresh one. */
function dropStale(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (read(aside) !== stale) linked(aside, path)
  unlinkSync(aside)
}

function releaseLock(path: string, mine: string): void {
  if (read(path) === mine) unlinkSync(path)
}

/** When a process started, as its system says it: tells a living process from a later one with the same number. */
function startOf(pid: number): string {
  if (!Number.isInteger(pid) || pid <= 0) return 'gone'
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 'gone'
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return 'gone'
  }
}
