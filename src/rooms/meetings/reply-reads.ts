import { sql } from 'kysely'
import type { Db } from '#ground/db'

/**
 * When the newest answer was written that somebody's calendar program gave to one time of a meeting; no later than it came, since a
 * clock that goes fast must not speak for the hours to come.
 */
export async function lastStamp(db: Db, of: { meeting: string; person: string; nth: number }): Promise<Temporal.Instant | null> {
  const { newest } = await db
    .selectFrom('inboundMails')
    .select(sql<Temporal.Instant | null>`max(least(stamped_at, at)) filter (where stamped_at is not null)`.as('newest'))
    .where('meeting', '=', of.meeting)
    .where('person', '=', of.person)
    .where('nth', '=', of.nth)
    .where('outcome', '=', 'taken')
    .executeTakeFirstOrThrow()
  return newest
}

/** How many replies to a meeting were not from whom they said. */
export async function forgedCount(db: Db, meeting: string): Promise<number> {
  const { count } = await db
    .selectFrom('inboundMails')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('meeting', '=', meeting)
    .where('outcome', '=', 'forged')
    .executeTakeFirstOrThrow()
  return Number(count)
}
