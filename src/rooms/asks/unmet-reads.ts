import { sql } from 'kysely'
import type { Db } from '#ground/db'

const topicsShownMax = 60

/** A topic that people of a programme asked help with and nobody could give, how often, and since when. */
export type UnmetNeed = { topic: string; asks: number; first: Temporal.Instant; latest: Temporal.Instant }

/** The unmet needs of a programme, the most asked first. */
export async function unmetNeedsOf(db: Db, programme: string): Promise<UnmetNeed[]> {
  const { rows } = await sql<Omit<UnmetNeed, 'asks'> & { asks: bigint }>`
    select topic, count(*) as asks, min(at) as first, max(at) as latest from unmet_needs where programme = ${programme}
    group by topic order by count(*) desc, max(at) desc, topic limit ${topicsShownMax}`.execute(db)
  return rows.map((row) => ({ ...row, asks: Number(row.asks) }))
}
