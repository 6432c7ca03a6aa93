import type { Tx } from './db.ts'
import type { News } from './diary.ts'

/** Heeds news from up the street, at least once: what it does must be the same done twice. */
export type Heed = { does: 'heed'; news: string; verb: (tx: Tx, news: News) => Promise<void> }

/** Looks, every so often, for what time alone has made due. */
export type Sweep = { does: 'sweep'; name: string; cron: string; verb: (tx: Tx) => Promise<void> }

/** Writes in one transaction, which is kept when it returns. */
export type Write = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** Goes out of the house every so often: what it is sent for is written down before it goes, and what it brings when it is back. */
export type Errand = { does: 'errand'; name: string; cron: string; run: (write: Write) => Promise<void> }

export type Job = Heed | Sweep | Errand

export function heed(news: string, verb: Heed['verb']): Heed {
  return { does: 'heed', news, verb }
}

/** `cron` in UTC, five fields, as pg-boss reads it. */
export function sweep(name: string, cron: string, verb: Sweep['verb']): Sweep {
  return { does: 'sweep', name, cron, verb }
}

type ErrandSteps<Task, Brought> = {
  /** Takes what is due, so that nobody else takes it; a crash while it is outside must not lose it for ever. */
  claim: (tx: Tx) => Promise<readonly Task[]>
  /** Works outside any transaction. */
  work: (task: Task) => Promise<Brought>
  settle: (tx: Tx, task: Task, brought: Brought) => Promise<void>
  atOnceMax: number
}

/** Work with the world outside, which is slow: no transaction is open while it lasts. One task that fails holds up no other. */
export function errand<Task, Brought>(name: string, cron: string, steps: ErrandSteps<Task, Brought>): Errand {
  return { does: 'errand', name, cron, run: (write) => runErrand(write, steps) }
}

async function runErrand<Task, Brought>(write: Write, { claim, work, settle, atOnceMax }: ErrandSteps<Task, Brought>): Promise<void> {
  const tasks = [...(await write(claim))]
  const failed: unknown[] = []
  const runner = async () => {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      const one = task
      try {
        const brought = await work(one)
        await write((tx) => settle(tx, one, brought))
      } catch (error) {
        failed.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnceMax, tasks.length) }, runner))
  if (failed.length > 0) throw failed[0]
}
