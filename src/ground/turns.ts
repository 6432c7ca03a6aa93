import { addAbortListener } from 'node:events'
import { refuse } from './refusal.ts'

/** Waits for a turn; resolves with what gives it back, to be called once. Rejects with the signal's reason. */
export type TakeTurn = (signal: AbortSignal) => Promise<() => void>

/** So many at once, and so many more in line, first come first served. Refuses the next one by name: `turns.full`. */
export function openTurns(limits: { atOnceMax: number; waitingMax: number }): TakeTurn {
  const line: (() => void)[] = []
  let taken = 0

  const giveBack = () => {
    const next = line.shift()
    if (next) next()
    else taken -= 1
  }

  return async (signal) => {
    signal.throwIfAborted()
    if (taken < limits.atOnceMax) {
      taken += 1
      return giveBack
    }
    if (line.length >= limits.waitingMax) refuse('turns.full')
    const turn = Promise.withResolvers<void>()
    line.push(turn.resolve)
    using _left = addAbortListener(signal, () => {
      const at = line.indexOf(turn.resolve)
      if (at >= 0) line.splice(at, 1)
      turn.reject(signal.reason)
    })
    await turn.promise
    return giveBack
  }
}
