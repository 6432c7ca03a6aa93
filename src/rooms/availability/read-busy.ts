import type { BusyAsked } from '#ground/busy-times-inside'
import { refuse } from '#ground/refusal'
import type { Span } from '#ground/spans'
import { openThreads } from '#ground/thread'
import { feedRules } from './feed.ts'

const module = new URL(import.meta.resolve('#ground/busy-times-inside'))
const memoryMegabytesMax = 256
/** One calendar is read at a time, beside whatever else runs in threads: the others of a sweep wait. */
const inCalendarThread = openThreads({ threadsMax: 1, waitingMax: feedRules.feedsASweepMax, idleMsMax: 5_000, heldMegabytesMax: 64 })

/**
 * When a calendar's owner is busy, read in a thread, which ends after some seconds: there are rules of recurrence for which a
 * reader would look for ever. Refuses as `busyTimes` does.
 */
export async function readBusy(asked: BusyAsked, readingMs: number = feedRules.readingMs): Promise<Span[]> {
  const stop = new AbortController()
  let clock: NodeJS.Timeout | undefined
  const onTurn = () => {
    clock = setTimeout(() => stop.abort(), readingMs)
  }
  try {
    return await inCalendarThread(module, asked, { onProgress: () => {}, onTurn, signal: stop.signal, memoryMegabytesMax })
  } catch (error) {
    if (stop.signal.aborted || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') refuse('feeds.tooMany')
    throw error
  } finally {
    clearTimeout(clock)
  }
}
