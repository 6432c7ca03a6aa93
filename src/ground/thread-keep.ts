import { Worker } from 'node:worker_threads'

export type ThreadLimits = {
  /** Threads that live at once, at work or idle. */
  threadsMax: number
  /** How long a thread without work is kept. */
  idleMsMax: number
  /** A thread that holds more than this is not kept: its memory is worth more than its warmth. */
  heldMegabytesMax: number
}

/** Who takes a thread gives it back with how many bytes it holds, or ends it. */
export type ThreadKeep = {
  take(memoryMegabytesMax: number): Promise<Worker>
  giveBack(worker: Worker, bytesHeld: number): Promise<void>
  end(worker: Worker): Promise<void>
}

/**
 * Threads that wait for work with their code compiled. One whose memory limit is another than asked gives way to a new one. No idle thread
 * keeps the process alive. No more may be taken at once than `threadsMax`.
 */
export function keepThreads(inside: URL, { threadsMax, idleMsMax, heldMegabytesMax }: ThreadLimits): ThreadKeep {
  const alive = new Set<Worker>()
  /** The longest idle first. */
  const idle = new Map<Worker, NodeJS.Timeout>()

  const forget = (worker: Worker) => {
    clearTimeout(idle.get(worker))
    idle.delete(worker)
    alive.delete(worker)
  }

  const end = async (worker: Worker) => {
    forget(worker)
    await worker.terminate()
  }

  const begin = (memoryMegabytesMax: number): Worker => {
    const worker = new Worker(inside, { resourceLimits: { maxOldGenerationSizeMb: memoryMegabytesMax } })
    alive.add(worker)
    // What goes wrong in a thread is told to whoever gave it work; where nobody did, its end is all there is to know.
    worker.on('error', () => forget(worker))
    worker.on('exit', () => forget(worker))
    return worker
  }

  return {
    async take(memoryMegabytesMax) {
      const fitting = idle.keys().find(({ resourceLimits }) => resourceLimits?.maxOldGenerationSizeMb === memoryMegabytesMax)
      if (fitting) {
        clearTimeout(idle.get(fitting))
        idle.delete(fitting)
        fitting.ref()
        return fitting
      }
      const [oldest] = idle.keys()
      if (alive.size >= threadsMax && oldest) await end(oldest)
      return begin(memoryMegabytesMax)
    },
    async giveBack(worker, bytesHeld) {
      if (bytesHeld > heldMegabytesMax * 1e6) return end(worker)
      if (!alive.has(worker)) return
      worker.unref()
      idle.set(worker, setTimeout(() => void end(worker), idleMsMax).unref())
    },
    end,
  }
}
