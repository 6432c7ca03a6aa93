import { addAbortListener } from 'node:events'

type Tell = (share: number, stage: string) => void
export type Start<T> = (signal: AbortSignal, onProgress: Tell) => Promise<T>
type Work<T> = { result: Promise<T>; watchers: Set<Tell>; leave: AbortController }

/** Joins the work of that key, or starts it; rejects with the signal's reason when this watcher leaves. */
export type Join<T> = (key: string, start: Start<T>, signal: AbortSignal, onProgress: Tell) => Promise<T>

/** Work that several may watch: the first to come starts it, the last to leave stops it. */
export function openSharedWork<T>(): Join<T> {
  const works = new Map<string, Work<T>>()

  const forget = (key: string, work: Work<T>) => {
    if (works.get(key) === work) works.delete(key)
  }

  const begin = (key: string, start: Start<T>): Work<T> => {
    const watchers = new Set<Tell>()
    const leave = new AbortController()
    const result = start(leave.signal, (share, stage) => {
      for (const tell of watchers) tell(share, stage)
    }).finally(() => forget(key, work))
    const work = { result, watchers, leave }
    works.set(key, work)
    return work
  }

  return async (key, start, signal, onProgress) => {
    signal.throwIfAborted()
    const work = works.get(key) ?? begin(key, start)
    const left = Promise.withResolvers<never>()
    work.watchers.add(onProgress)
    using _left = addAbortListener(signal, () => {
      left.reject(signal.reason)
      work.watchers.delete(onProgress)
      if (work.watchers.size > 0) return
      // Whoever comes now begins anew rather than joining what is about to stop.
      forget(key, work)
      work.leave.abort(signal.reason)
    })
    return await Promise.race([work.result, left.promise])
  }
}
