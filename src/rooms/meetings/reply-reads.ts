import type { Db } from '#ground/db'

/** When the newest answer was written that somebody's calendar program gave to one time of a meeting. */
export async function lastStamp(db: Db, of: { meeting: string; person: string; nth: number }): Promise<Temporal.Instant | null> {
  const { newest } = await db
    .selectFrom('inboundMails')
    .select((eb) => eb.fn.max('stampedAt').as('newest'))
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
