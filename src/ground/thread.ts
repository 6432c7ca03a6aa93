import { addAbortListener } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Facts, Missing, Refusal } from './refusal.ts'
import { type FromThread, handedOver, type Progress } from './thread-inside.ts'
import { openTurns, type TakeTurn } from './turns.ts'

/** Two cores are what the smallest server has; the threads of all doors share them. */
export const threadsMax = 2
export const waitingMax = 8
const megabytesMaxDefault = 512

const sharedTurns = openTurns({ atOnceMax: threadsMax, waitingMax })
const inside = new URL(import.meta.resolve('#ground/thread-inside'))

export type ThreadOptions = {
  onProgress: Progress
  /** Ends the thread, or its waiting for a turn. */
  signal: AbortSignal
  /** Of its own objects; the memory of typed arrays does not count. */
  memoryMegabytesMax?: number
  /** Whose turn it takes, where not that of all doors. */
  takeTurn?: TakeTurn
}

/**
 * Runs `run(input, progress)` of a module in a thread of its own and answers what it returned; the thread is gone by then, whatever
 * became of it. Name the module by `import.meta.resolve`. Both ways values are cloned; typed arrays that are a field of the value are
 * handed over, so that the input's can be read here no more.
 *
 * Throws what the thread threw: a `Refusal` or `Missing` as itself, another error as an `Error` with its name, message, stack and code.
 * Rejects with the signal's reason when it aborts. Refuses `turns.full` when too many wait already.
 */
export async function inThread<Input, Output>(module: URL, input: Input, options: ThreadOptions): Promise<Output> {
  const { onProgress, signal, memoryMegabytesMax = megabytesMaxDefault, takeTurn = sharedTurns } = options
  const giveBackTurn = await takeTurn(signal)
  try {
    const worker = new Worker(inside, {
      workerData: { module: module.href, input },
      transferList: handedOver(input),
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytesMax },
    })
    try {
      return (await outputOf(worker, onProgress, signal)) as Output
    } finally {
      await worker.terminate()
    }
  } finally {
    giveBackTurn()
  }
}

async function outputOf(worker: Worker, onProgress: Progress, signal: AbortSignal): Promise<unknown> {
  const outcome = Promise.withResolvers<unknown>()
  worker.on('message', (message: FromThread) => {
    if ('output' in message) outcome.resolve(message.output)
    else if (!signal.aborted) onProgress(message.share, message.stage)
  })
  worker.once('messageerror', outcome.reject)
  worker.once('error', (error) => outcome.reject(asThrown(error)))
  worker.once('exit', (code) => outcome.reject(new Error(`The thread ended with code ${code} and no answer.`)))
  using _left = addAbortListener(signal, () => outcome.reject(signal.reason))
  return await outcome.promise
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
