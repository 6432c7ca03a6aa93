import { addAbortListener } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { type Facts, Missing, Refusal } from './refusal.ts'
import { type Done, type FromThread, handedOver, type Progress } from './thread-inside.ts'
import { keepThreads } from './thread-keep.ts'
import { openTurns } from './turns.ts'

/** Two cores are what the smallest server has; the threads of all doors share them. */
export const threadsMax = 2
export const waitingMax = 8
const megabytesMaxDefault = 512
const limits = { threadsMax, waitingMax, idleMsMax: 60_000, heldMegabytesMax: 256 }

const inside = new URL(import.meta.resolve('#ground/thread-inside'))

export type ThreadOptions = {
  onProgress: Progress
  /** Ends the thread, or its waiting for a turn. */
  signal: AbortSignal
  /** Of its own objects; the memory of typed arrays does not count. */
  memoryMegabytesMax?: number
  /** Its turn came: what may last so long is timed from here, not from when it was asked for. */
  onTurn?: () => void
}

export type InThread = <Input, Output>(module: URL, input: Input, options: ThreadOptions) => Promise<Output>

/**
 * Runs `run(input, progress)` of a module in a thread and answers what it returned. The thread is kept warm for the next piece of work;
 * where this one was left or failed, it is gone by then. Name the module by `import.meta.resolve`. Both ways values are cloned; typed
 * arrays that are a field of the value are handed over, so that the input's can be read here no more.
 *
 * Throws what the thread threw: a `Refusal` or `Missing` as itself, another error as an `Error` with its name, message, stack and code.
 * Rejects with the signal's reason when it aborts. Refuses `turns.full` when too many wait already.
 */
export const inThread = openThreads(limits)

/** Threads with limits of their own. */
export function openThreads({ waitingMax, ...kept }: typeof limits): InThread {
  const takeTurn = openTurns({ atOnceMax: kept.threadsMax, waitingMax })
  const keep = keepThreads(inside, kept)

  return async <Input, Output>(module: URL, input: Input, options: ThreadOptions): Promise<Output> => {
    const { onProgress, onTurn, signal, memoryMegabytesMax = megabytesMaxDefault } = options
    const giveBackTurn = await takeTurn(signal)
    try {
      onTurn?.()
      const worker = await keep.take(memoryMegabytesMax)
      try {
        const { output, bytesHeld } = await outputOf(worker, { module, input }, onProgress, signal)
        await keep.giveBack(worker, bytesHeld)
        return output as Output
      } catch (error) {
        await keep.end(worker)
        throw error
      }
    } finally {
      giveBackTurn()
    }
  }
}

type Work = { module: URL; input: unknown }

async function outputOf(worker: Worker, { module, input }: Work, onProgress: Progress, signal: AbortSignal): Promise<Done> {
  const outcome = Promise.withResolvers<Done>()
  const onMessage = (message: FromThread) => {
    if ('output' in message) outcome.resolve(message)
    else if (!signal.aborted) onProgress(message.share, message.stage)
  }
  const onError = (error: unknown) => outcome.reject(asThrown(error))
  const onExit = (code: number) => outcome.reject(new Error(`The thread ended with code ${code} and no answer.`))
  worker.on('message', onMessage).on('messageerror', onError).on('error', onError).on('exit', onExit)
  using _left = addAbortListener(signal, () => outcome.reject(signal.reason))
  try {
    worker.postMessage({ module: module.href, input }, handedOver(input))
    return await outcome.promise
  } finally {
    worker.off('message', onMessage).off('messageerror', onError).off('error', onError).off('exit', onExit)
  }
}

/** Node carries an error over with all its fields, but not as what class: ours are told by their names. */
function asThrown(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (error.name === 'Refusal') {
    const { reason, facts } = error as Error & { reason: string; facts: Facts }
    return new Refusal(reason, facts)
  }
  return error.name === 'Missing' ? new Missing() : error
}
