import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tables, Where } from './db.ts'
import type { Facts } from './refusal.ts'

/** One thing that happened, as a heeding room reads it. */
export type News = {
  id: bigint
  at: Temporal.Instant
  by: string | null
  kind: string
  subject: string
  organisation: string | null
  programme: string | null
  facts: Facts
}

type Note = { at: Temporal.Instant; by: string | null; kind: string; subject: string; where: Where; facts: Facts }

export async function noteIn(trx: Transaction<Tables>, note: Note): Promise<bigint> {
  const { at, by, kind, subject, where, facts } = note
  const row = {
    at,
    by,
    kind,
    subject,
    organisation: where.organisation ?? null,
    programme: where.programme ?? null,
    facts: JSON.stringify(facts),
  }
  // The id is drawn beside, since RETURNING would ask whether the writer may also read the diary.
  const drawn = await sql<{ id: bigint }>`
    with drawn as (select nextval(pg_get_serial_sequence('diary', 'id')) as id),
      noted as (insert into diary (id, at, by, kind, subject, organisation, programme, facts) overriding system value
        select id, ${row.at}, ${row.by}, ${row.kind}, ${row.subject}, ${row.organisation}, ${row.programme}, ${row.facts} from drawn)
    select id from drawn`.execute(trx)
  const id = drawn.rows[0]?.id
  if (id === undefined) throw new Error('The diary drew no number')
  return id
}

export async function newsById(db: Db, id: bigint): Promise<News> {
  const row = await db.selectFrom('diary').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return { ...row, id: BigInt(row.id), facts: row.facts as Facts }
}

/** The newest first, a page at a time. */
export async function newsOf(db: Db, where: { programme: string }, rowsMax = 50): Promise<News[]> {
  const rows = await db
    .selectFrom('diary')
    .selectAll()
    .where('programme', '=', where.programme)
    .orderBy('id', 'desc')
    .limit(rowsMax)
    .execute()
  return rows.map((row) => ({ ...row, id: BigInt(row.id), facts: row.facts as Facts }))
}
