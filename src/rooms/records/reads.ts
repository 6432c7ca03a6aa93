import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { held } from './held.ts'

const rowsATableMax = 5_000

export type HeldRow = Readonly<Record<string, unknown>>

/** The rows of one table that are the asker's own, as they may read them. */
export async function heldRows(db: Db, table: string): Promise<HeldRow[]> {
  const { of, without = [] } = held[table] ?? { of: [] }
  const mine = of.map((column) => sql`${sql.ref(`t.${column}`)} = ${db.scope.person}`)
  const { rows } = await sql<{ row: HeldRow }>`
    select to_jsonb(t) - ${[...without]}::text[] as row from ${sql.table(table)} as t
    where ${sql.join(mine, sql` or `)} limit ${rowsATableMax}`.execute(db)
  return rows.map(({ row }) => row)
}

export type Dated = { kind: string; at: Temporal.Instant }

export async function myLetters(db: Db): Promise<Dated[]> {
  const { rows } = await sql<Dated>`select kind, written_at as at from scope.my_letters()`.execute(db)
  return rows
}

export async function myDeeds(db: Db): Promise<Dated[]> {
  const { rows } = await sql<Dated>`select kind, at from scope.my_deeds()`.execute(db)
  return rows
}

/** How many people have a role that reads of the asker; `programme`: null where it is for the whole organisation. */
export type Knowing = { programme: string | null; role: string; people: number }

export async function whoKnowsMe(db: Db): Promise<Knowing[]> {
  const { rows } = await sql<
    Omit<Knowing, 'people'> & { people: bigint }
  >`select programme, role, people from scope.who_knows_me()`.execute(db)
  return rows.map((row) => ({ ...row, people: Number(row.people) }))
}

/** The pairs that the asker is or was one of, in which both said yes. */
export async function myPairs(db: Db): Promise<string[]> {
  const rows = await heldRows(db, 'partnerships')
  return rows.map(({ id }) => String(id))
}
