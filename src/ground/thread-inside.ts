import { isMarkedAsUntransferable, parentPort, type Transferable, workerData } from 'node:worker_threads'

/*
 * What runs inside a thread of `inThread`: one module's `run`, once. What it throws, Node hands to the thread that asked.
 */

/** How far the work is, from 0 to 1, and in which of its stages. May be told as often as one likes: few are passed on. */
export type Progress = (share: number, stage: string) => void

/** What a module exports to be run in a thread: pure work, whose input and output can be cloned. */
export type ThreadModule<Input, Output> = { run(input: Input, progress: Progress): Output | Promise<Output> }

export type FromThread = { output: unknown } | { share: number; stage: string }

const tellGapMs = 100

/** Typed arrays that are a field of a value and own all their memory: these go over without a copy. */
export function handedOver(value: unknown): Transferable[] {
  if (typeof value !== 'object' || value === null) return []
  const buffers = [value, ...Object.values(value)].flatMap((one) =>
    ArrayBuffer.isView(one) && one.buffer instanceof ArrayBuffer && one.byteLength === one.buffer.byteLength ? [one.buffer] : [],
  )
  return [...new Set(buffers)].filter((buffer) => !isMarkedAsUntransferable(buffer))
}

function progressTo(tell: (message: FromThread) => void): Progress {
  let last = { at: 0, stage: '' }
  return (share, stage) => {
    const at = performance.now()
    if (stage === last.stage && at - last.at < tellGapMs) return
    last = { at, stage }
    tell({ share, stage })
  }
}

if (parentPort) {
  const port = parentPort
  const { module, input } = workerData as { module: string; input: unknown }
  const { run } = (await import(module)) as ThreadModule<unknown, unknown>
  const output = await run(
    input,
    progressTo((message) => port.postMessage(message)),
  )
  port.postMessage({ output } satisfies FromThread, handedOver(output))
}
