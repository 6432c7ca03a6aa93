import { sql } from 'kysely'
import { findKeys } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { type Business, type CoachWish, noWish, type Obstacle } from './business.ts'

type Of = Pick<Business, 'id' | 'organisation'>

/** What an owner needs of a coach; nothing where nobody said, or the key is not the asker's. */
export async function wishOf(db: Db, { id, organisation }: Of): Promise<CoachWish> {
  const row = await db
    .selectFrom('coachWishes')
    .select(['id', 'sealed', 'by'])
    .where('business', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return noWish
  const keys = await findKeys(db, { kind: 'organisation', id: organisation })
  return keys?.open<CoachWish>({ kind: 'coach-wish', item: row.id, author: row.by ?? '' }, row.sealed) ?? noWish
}

type Row = Omit<Obstacle, 'line'> & { by: string | null; sealed: Buffer | null }

/** The obstacles of a business, the latest first, each with its line for whom it was written. */
export async function obstaclesOf(db: Db, { id, organisation }: Of, rowsMax: number): Promise<Obstacle[]> {
  const { rows } = await sql<Row>`
    select o.id, o.kind, o.by, o.sealed, o.at as raised_at, s.state, s.at from obstacles o join lateral (
      select state, at from obstacle_states where obstacle = o.id order by at desc, id desc limit 1) s on true
    where o.business = ${id} order by o.at desc, o.id desc limit ${rowsMax}`.execute(db)
  const keys = rows.some(({ sealed }) => sealed !== null) ? await findKeys(db, { kind: 'organisation', id: organisation }) : null
  return rows.map(({ by, sealed, ...obstacle }) => {
    const place = { kind: 'obstacle', item: obstacle.id, author: by ?? '' }
    return { ...obstacle, line: sealed === null ? null : (keys?.open<{ line: string }>(place, sealed).line ?? null) }
  })
}
