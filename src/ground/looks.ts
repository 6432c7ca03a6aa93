import { sql } from 'kysely'
import type { Db, Tx } from './db.ts'

/** At whose record a page looks: one person's, or everybody's of a programme or organisation. */
export type Look = { person: string | null; programme: string | null; organisation: string; page: string }

const sameHours = 1

/** Keeps that somebody looked, once an hour for one record on one page; who looks at their own record leaves no trace. */
export async function noteLook(tx: Tx, look: Look): Promise<void> {
  if (tx.by === null || look.person === tx.by) return
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.by} ${look.page} ${look.person ?? look.programme}`}, 23))`.execute(tx)
  const since = tx.now.subtract({ hours: sameHours })
  const before = await tx
    .selectFrom('looks')
    .select('id')
    .where('by', '=', tx.by)
    .where('page', '=', look.page)
    .where('at', '>', since)
    .where('organisation', '=', look.organisation)
    .where('person', look.person === null ? 'is' : '=', look.person)
    .where('programme', look.programme === null ? 'is' : '=', look.programme)
    .limit(1)
    .executeTakeFirst()
  if (before) return
  await tx
    .insertInto('looks')
    .values({ ...look, id: tx.newId(), by: tx.by, at: tx.now })
    .execute()
}

export type Looked = Look & { by: string; at: Temporal.Instant }

/** Looks that the asker may know of, the latest first, but not their own at others. */
export async function looksAtMe(db: Db, rowsMax: number): Promise<Looked[]> {
  return db
    .selectFrom('looks')
    .select(['person', 'programme', 'organisation', 'page', 'by', 'at'])
    .where('by', '<>', db.scope.person)
    .where(sql<boolean>`(person = ${db.scope.person} or scope.looked_at_me(person, programme, organisation, at))`)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(rowsMax)
    .execute()
}

/** What the staff of an organisation looked at, the latest first, a page at a time; asked by its administrator. */
export async function looksIn(db: Db, organisation: string, { page, rowsMax }: { page: number; rowsMax: number }): Promise<Looked[]> {
  return db
    .selectFrom('looks')
    .select(['person', 'programme', 'organisation', 'page', 'by', 'at'])
    .where('organisation', '=', organisation)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(rowsMax)
    .offset((page - 1) * rowsMax)
    .execute()
}

export async function forgetLooks(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('looks').where('at', '<', before).execute()
}
