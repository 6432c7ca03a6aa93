import { readSheet } from '#ground/sheet'
import { matchCommand } from './match.ts'
import type { Io } from './terminal.ts'

type Files = Record<string, string | Uint8Array>

/** A terminal with a few files, where `match` is run; what was said and written is gathered. */
export function matchWorld(files: Files, memoryBytes = 8e9) {
  const said = { out: '', err: '' }
  const written: Record<string, Uint8Array> = {}
  const io: Io = {
    out: (text) => void (said.out += `${text}\n`),
    err: (text) => void (said.err += `${text}\n`),
    progress: () => {},
    readFile: async (path) => {
      const found = files[path] ?? written[path]
      if (found === undefined) throw new Error('no such file')
      return typeof found === 'string' ? new TextEncoder().encode(found) : found
    },
    writeFile: async (path, bytes) => void (written[path] = bytes),
    now: () => Temporal.Instant.from('2030-03-04T09:00:00Z'),
    readInput: async () => null,
    memoryFree: () => memoryBytes,
  }
  const run = (...more: string[]) => matchCommand(['--mentors', 'M.csv', '--mentees', 'N.csv', '--out', 'pairs.csv', ...more], io)
  const pairs = async (path = 'pairs.csv') => (await readSheet(written[path]!, path)).rows.map(({ cells }) => cells)
  /** Who is with whom, as "mentee-mentor". */
  const who = async (path?: string) => (await pairs(path)).map(([mentor, mentee]) => `${mentee}-${mentor}`).sort()
  return { io, said, written, run, pairs, who }
}

/** A sheet of people by name and field, with as many places as are given. */
export function fields(people: readonly (readonly [name: string, field: string, places?: number])[]): string {
  return ['name,code,field,capacity', ...people.map(([name, field, places]) => `${name},${name},${field},${places ?? 1}`)].join('\n')
}
