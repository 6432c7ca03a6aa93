import { sql } from 'kysely'
import type { Db } from '#ground/db'

/** What is set aside now, as "card subject". A day ends in UTC, which is no matter of hours here. */
export async function setAsides(db: Db, subjects: readonly string[]): Promise<Set<string>> {
  if (subjects.length === 0) return new Set()
  const today = db.now.toZonedDateTimeISO('UTC').toPlainDate()
  const { rows } = await sql<{ card: string; subject: string }>`
    select distinct card, subject from set_asides where subject = any(${[...new Set(subjects)]}::uuid[]) and until >= ${today}`.execute(db)
  return new Set(rows.map(({ card, subject }) => `${card} ${subject}`))
}
