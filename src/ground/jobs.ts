import type { Tx } from './db.ts'
import type { News } from './diary.ts'

/** Heeds news from up the street, at least once: what it does must be the same done twice. */
export type Heed = { does: 'heed'; news: string; verb: (tx: Tx, news: News) => Promise<void> }

/** Looks, every so often, for what time alone has made due. */
export type Sweep = { does: 'sweep'; name: string; cron: string; verb: (tx: Tx) => Promise<void> }

export type Job = Heed | Sweep

export function heed(news: string, verb: Heed['verb']): Heed {
  return { does: 'heed', news, verb }
}

/** `cron` in UTC, five fields, as pg-boss reads it. */
export function sweep(name: string, cron: string, verb: Sweep['verb']): Sweep {
  return { does: 'sweep', name, cron, verb }
}
