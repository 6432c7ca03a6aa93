import { appendFileSync } from 'node:fs'
import { threadId } from 'node:worker_threads'
import { missing, refuse } from './refusal.ts'
import type { Progress } from './thread-inside.ts'

/** What the thread of a test is to do. */
export type Asks =
  | { does: 'double'; numbers: Float64Array }
  | { does: 'count'; ms: number; mark?: string }
  | { does: 'who' }
  | { does: 'hold'; megabytes: number }
  | { does: 'crash-later'; ms: number }
  | { does: 'refuse' | 'miss' | 'break' | 'leave' | 'hoard' }

const stages = ['first', 'second']

/** Keeps a core busy, and writes on in a file, its mark, for as long as it lives. */
function count(ms: number, mark: string | undefined, progress: Progress): number {
  const start = performance.now()
  let rounds = 0
  for (let past = 0; past < ms; past = performance.now() - start) {
    rounds += 1
    progress(past / ms, stages[past * 2 < ms ? 0 : 1]!)
    if (mark !== undefined && rounds % 1_000 === 0) appendFileSync(mark, '.')
  }
  return rounds
}

function hoard(): never {
  const kept: unknown[][] = []
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, at) => ({ at })))
}

const held: Uint8Array[] = []
let runs = 0

export function run(asks: Asks, progress: Progress): { numbers?: Float64Array; rounds?: number; thread?: number; runs?: number } {
  runs += 1
  switch (asks.does) {
    case 'who':
      return { thread: threadId, runs }
    case 'hold':
      held.push(new Uint8Array(asks.megabytes * 1e6))
      return { thread: threadId, runs }
    case 'crash-later':
      setTimeout(() => {
        throw new Error('late')
      }, asks.ms)
      return { thread: threadId, runs }
    case 'double':
      return { numbers: asks.numbers.map((one) => one * 2) }
    case 'count':
      return { rounds: count(asks.ms, asks.mark, progress) }
    case 'refuse':
      return refuse('sheet.rows', { file: 'people.csv', rowsMax: 7 })
    case 'miss':
      return missing()
    case 'break':
      throw Object.assign(new RangeError('beyond the end'), { code: 'ENOSPC' })
    case 'leave':
      process.exit(3)
      break
    case 'hoard':
      return hoard()
  }
}
