import type { BusyAsked } from '#ground/busy-times-inside'
import { refuse } from '#ground/refusal'
import type { Span } from '#ground/spans'
import { inThread } from '#ground/thread'
import { openTurns } from '#ground/turns'
import { feedRules } from './feed.ts'

const module = new URL(import.meta.resolve('#ground/busy-times-inside'))
const memoryMegabytesMax = 256
/** One calendar is read at a time, beside whatever else has its turn: the others of a sweep wait. */
const takeTurn = openTurns({ atOnceMax: 1, waitingMax: feedRules.feedsASweepMax })

/**
 * When a calendar's owner is busy, read in a thread of its own, which ends after some seconds: there are rules of recurrence for which a
 * reader would look for ever. Refuses as `busyTimes` does.
 */
export async function readBusy(asked: BusyAsked, readingMs: number = feedRules.readingMs): Promise<Span[]> {
  const stop = new AbortController()
  let clock: NodeJS.Timeout | undefined
  const turn = async (signal: AbortSignal) => {
    const giveBack = await takeTurn(signal)
    clock = setTimeout(() => stop.abort(), readingMs)
    return giveBack
  }
  try {
    return await inThread<BusyAsked, Span[]>(module, asked, {
      onProgress: () => {},
      signal: stop.signal,
      memoryMegabytesMax,
      takeTurn: turn,
    })
  } catch (error) {
    if (stop.signal.aborted || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') refuse('feeds.tooMany')
    throw error
  } finally {
    clearTimeout(clock)
  }
}
