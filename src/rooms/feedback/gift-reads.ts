import { sql } from 'kysely'
import { findKeys, gone, type Keys } from '#ground/content-keys'
import type { Db } from '#ground/db'
import type { Side } from '#partnerships/partnership'
import { limits } from './review.ts'

/** All three are null where somebody has nothing to give now. */
export type GiftTexts = { helped: string | null; more: string | null; different: string | null }
export type Gift = GiftTexts & { side: Side; at: Temporal.Instant }
type GiftRow = { round: string; side: Side; sealed: Uint8Array; by: string; at: Temporal.Instant }
/** A round of candid feedback: what the asker may read of it. Open once both have given, or said that they give nothing now. */
export type GiftRound = { id: string; nth: number; openedAt: Temporal.Instant; openedBy: string; isOpen: boolean; gifts: readonly Gift[] }

/** The rounds of a pair, the latest first. */
export async function giftsOf(db: Db, partnership: string): Promise<GiftRound[]> {
  const { rows } = await sql<Omit<GiftRound, 'gifts'>>`
    select id, nth, opened_at, opened_by, scope.gifts_open(id) as is_open from gift_rounds where partnership = ${partnership}
    order by nth desc limit ${limits.giftRoundsMax}`.execute(db)
  const { rows: gifts } = await sql<GiftRow>`
    select g.round, g.side, g.sealed, g.by, g.at from gifts g
    where g.round = any(${rows.map(({ id }) => id)}::uuid[])`.execute(db)
  const keys = await findKeys(db, { kind: 'partnership', id: partnership })
  return rows.map((round) => ({ ...round, gifts: gifts.filter((one) => one.round === round.id).map((one) => giftFrom(keys, one)) }))
}

const destroyed: GiftTexts = { helped: gone, more: null, different: null }

function giftFrom(keys: Keys | null, { round, side, sealed, by, at }: GiftRow): Gift {
  return { side, at, ...(keys?.open<GiftTexts>({ kind: 'gift', item: round, author: by }, sealed) ?? destroyed) }
}
