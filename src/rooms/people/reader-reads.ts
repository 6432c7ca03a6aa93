import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { Reader } from '#ground/words'

/** Whom a letter of the house goes to: how they read, and where they can be reached. */
export async function readerOf(db: Db, person: string): Promise<(Reader & { email: string | null; organisation: string }) | undefined> {
  const { rows } = await sql<Reader & { email: string | null; organisation: string }>`
    select p.language, p.calendar, p.zone, p.organisation,
      (select min(c.address) from contacts c where c.person = p.id and c.kind = 'email') as email
    from people p where p.id = ${person}`.execute(db)
  return rows[0]
}
