import { isMarkedAsUntransferable, parentPort, type Transferable } from 'node:worker_threads'

/*
 * What runs inside a thread of `inThread`: a module's `run` for each piece of work, one after another. What it throws ends the thread, and
 * Node hands it to the thread that asked.
 */

/** How far the work is, from 0 to 1, and in which of its stages. May be told as often as one likes: few are passed on. */
export type Progress = (share: number, stage: string) => void

/** What a module exports to be run in a thread: pure work, whose input and output can be cloned. */
export type ThreadModule<Input, Output> = { run(input: Input, progress: Progress): Output | Promise<Output> }

export type ToThread = { module: string; input: unknown }
/** What came out, and how many bytes the thread then holds. */
export type Done = { output: unknown; bytesHeld: number }
export type FromThread = Done | { share: number; stage: string }

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

async function work({ module, input }: ToThread, tell: (message: FromThread) => void): Promise<Done> {
  const { run } = (await import(module)) as ThreadModule<unknown, unknown>
  let isOver = false
  const progress = progressTo((message) => {
    if (!isOver) tell(message)
  })
  const output = await run(input, progress)
  isOver = true
  const { heapTotal, external } = process.memoryUsage()
  return { output, bytesHeld: heapTotal + external }
}

if (parentPort) {
  const port = parentPort
  port.on('message', async (asked: ToThread) => {
    const done = await work(asked, (message) => port.postMessage(message))
    port.postMessage(done, handedOver(done.output))
  })
}
