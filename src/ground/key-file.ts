import { execFileSync } from 'node:child_process'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs'
import type { Config } from './config.ts'
import { type KeyRing, KeyTrouble, readKeyRing, withNewKey, writeKeyRing } from './key-ring.ts'
import type { Log } from './log.ts'

const commandMsMax = 30_000
const commandBytesMax = 64_000
/** Its owner reads and writes it, nobody else. */
const ownersOnly = 0o600
const othersBits = 0o077

type Keys = Pick<Config, 'keysFile' | 'keysCommand'>

/** The ring as it stands: from the file, or from the command where one is set. Throws `KeyTrouble`. */
export function readKeys({ keysFile, keysCommand }: Keys): KeyRing {
  return keysCommand === null ? readKeyRing(readFile(keysFile), keysFile) : readKeyRing(runCommand(keysCommand), 'What the command prints')
}

/** Makes the file with its first key, before anything is sealed; true when it made one. A command's keys are the operator's to make. */
export function makeKeysFile({ keysFile, keysCommand }: Keys): boolean {
  if (keysCommand !== null || isThere(keysFile)) return false
  writeNew(keysFile, writeKeyRing(withNewKey([])))
  return true
}

/** Puts the ring in the file's place in one step, so that a crash leaves the old one or the new one. */
export function replaceKeysFile(path: string, ring: KeyRing): void {
  const draft = `${path}.part`
  writeNew(draft, writeKeyRing(ring))
  renameSync(draft, path)
}

export function warnOfOpenKeys({ keysFile, keysCommand }: Keys, log: Log): void {
  if (keysCommand !== null || (statSync(keysFile).mode & othersBits) === 0) return
  log.warn(`Others on this machine may read ${keysFile}. Close it: chmod 600 ${keysFile}`)
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

function writeNew(path: string, text: string): void {
  const file = openSync(path, 'wx', ownersOnly)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new KeyTrouble(`The key file ${path} is missing. Put its copy there, or say where it is: LAMPLINE_KEYS=…`)
    throw new KeyTrouble(`The key file ${path} cannot be read (${code}).`)
  }
}

/** Run by a shell, as the operator wrote it; what it prints is never logged. */
function runCommand(command: string): string {
  try {
    const options = {
      timeout: commandMsMax,
      maxBuffer: commandBytesMax,
      stdio: ['ignore', 'pipe', 'inherit'] as ('ignore' | 'pipe' | 'inherit')[],
    }
    return execFileSync('/bin/sh', ['-c', command], options).toString('utf8')
  } catch (error) {
    const { status, code } = error as { status?: number | null; code?: string }
    throw new KeyTrouble(`LAMPLINE_KEYS_COMMAND did not print the keys (${code ?? `exit code ${status}`}).`)
  }
}
