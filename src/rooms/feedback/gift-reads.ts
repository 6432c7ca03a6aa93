import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { Side } from '#partnerships/partnership'
import { limits } from './review.ts'

export type Gift = { side: Side; helped: string | null; more: string | null; different: string | null; at: Temporal.Instant }
/** A round of candid feedback: what the asker may read of it. Open once both have given, or said that they give nothing now. */
export type GiftRound = { id: string; nth: number; openedAt: Temporal.Instant; openedBy: string; isOpen: boolean; gifts: readonly Gift[] }

/** The rounds of a pair, the latest first. */
export async function giftsOf(db: Db, partnership: string): Promise<GiftRound[]> {
  const { rows } = await sql<Omit<GiftRound, 'gifts'>>`
    select id, nth, opened_at, opened_by, scope.gifts_open(id) as is_open from gift_rounds where partnership = ${partnership}
    order by nth desc limit ${limits.giftRoundsMax}`.execute(db)
  const { rows: gifts } = await sql<Gift & { round: string }>`
    select g.round, g.side, g.helped, g.more, g.different, g.at from gifts g
    where g.round = any(${rows.map(({ id }) => id)}::uuid[])`.execute(db)
  return rows.map((round) => ({ ...round, gifts: gifts.filter((one) => one.round === round.id) }))
}
