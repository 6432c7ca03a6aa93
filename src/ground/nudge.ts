import type { Db, Tx } from './db.ts'

/** `about` one thing, of one kind (`meeting.met`), to one person. */
export type Nudge = { about: string; kind: string; person: string }

/** Remembers that somebody is reminded now: the first or the second time; null where two have gone, and nothing is to be sent. */
export async function nudge(tx: Tx, { about, kind, person }: Nudge): Promise<1 | 2 | null> {
  for (const nth of [1, 2] as const) {
    const written = await tx
      .insertInto('nudges')
      .values({ about, kind, person, nth, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (written.numInsertedOrUpdatedRows === 1n) return nth
  }
  return null
}

/** How often somebody was reminded of one thing, and when last. */
export async function nudgesSent(db: Db, { about, kind, person }: Nudge): Promise<{ times: number; last: Temporal.Instant | null }> {
  const rows = await db
    .selectFrom('nudges')
    .select(['nth', 'at'])
    .where('about', '=', about)
    .where('kind', '=', kind)
    .where('person', '=', person)
    .orderBy('nth', 'desc')
    .execute()
  return { times: rows.length, last: rows[0]?.at ?? null }
}

export type Nudged = { about: string; person: string; times: number; last: Temporal.Instant }

/** The same of many things at once; whoever was not reminded is not in the answer. */
export async function nudgesAbout(db: Db, kind: string, about: readonly string[]): Promise<Nudged[]> {
  if (about.length === 0) return []
  const rows = await db
    .selectFrom('nudges')
    .select(['about', 'person'])
    .select((eb) => [eb.fn.countAll().as('times'), eb.fn.max('at').as('last')])
    .where('kind', '=', kind)
    .where('about', 'in', [...about])
    .groupBy(['about', 'person'])
    .execute()
  return rows.map((row) => ({ ...row, times: Number(row.times) }))
}
