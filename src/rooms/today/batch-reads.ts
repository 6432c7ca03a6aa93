import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { type CardKind, limits } from './card.ts'

export type BatchLine = {
  nth: number
  person: string
  programme: string
  about: string
  nudge: string
  address: string
  language: string
  title: string
  body: string
}
export type Batch = {
  id: string
  organisation: string
  card: CardKind
  drawnAt: Temporal.Instant
  drawnBy: string
  leavesAt: Temporal.Instant | null
  recalledAt: Temporal.Instant | null
  leftAt: Temporal.Instant | null
  written: number | null
  passedOver: number | null
}

/** Letters to many as their drawer sees them. */
export async function findBatch(db: Db, id: string): Promise<Batch | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Batch>`
    select b.id, b.organisation, b.card, b.drawn_at, b.drawn_by, s.leaves_at, r.at as recalled_at, d.at as left_at, d.written, d.passed_over
    from letter_batches b left join letter_batch_sendings s on s.batch = b.id left join letter_batch_recalls r on r.batch = b.id
      left join letter_batch_departures d on d.batch = b.id where b.id = ${id}`.execute(db)
  return rows[0]
}

export async function linesOf(db: Db, batch: string): Promise<BatchLine[]> {
  return db
    .selectFrom('letterBatchLines')
    .select(['nth', 'person', 'programme', 'about', 'nudge', 'address', 'language', 'title', 'body'])
    .where('batch', '=', batch)
    .orderBy('nth')
    .limit(limits.linesMax)
    .execute()
}

/** Batches whose minute is over, the oldest first. */
export async function batchesToLeave(db: Db): Promise<Batch[]> {
  const { rows } = await sql<{ id: string }>`
    select s.batch as id from letter_batch_sendings s where s.leaves_at <= ${db.now}
      and not exists (select 1 from letter_batch_recalls r where r.batch = s.batch)
      and not exists (select 1 from letter_batch_departures d where d.batch = s.batch)
    order by s.leaves_at, s.batch limit ${limits.batchesSweptMax}`.execute(db)
  const batches = await Promise.all(rows.map(({ id }) => findBatch(db, id)))
  return batches.flatMap((batch) => batch ?? [])
}

/** Who is being written to now, by anybody, as "about person nudge", and by whom. */
export async function beingWritten(db: Db, programmes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ about: string; person: string; nudge: string; by: string }>`
    select * from scope.being_written(${[...programmes]}::uuid[], ${db.now.subtract({ hours: 24 })})`.execute(db)
  return new Map(rows.map(({ about, person, nudge, by }) => [`${about} ${person} ${nudge}`, by]))
}
