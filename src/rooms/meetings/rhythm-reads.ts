import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { limits } from './meeting.ts'

/** Every so many weeks from a first day, at a time on the wall of a zone. */
export type Rhythm = {
  id: string
  partnership: string
  everyWeeks: number
  firstDay: Temporal.PlainDate
  wallTime: Temporal.PlainTime
  zone: string
  minutes: number
  by: string
}

type Row = Omit<Rhythm, 'wallTime'> & { wallTime: string }
const rhythmFrom = ({ wallTime, ...row }: Row): Rhythm => ({ ...row, wallTime: Temporal.PlainTime.from(wallTime) })

const rhythmSql = sql`select r.id, r.partnership, r.every_weeks, r.first_day, r.wall_time::text as wall_time, r.zone, r.minutes, r.by
  from rhythms r`
const stands = sql`not exists (select 1 from rhythm_ends e where e.rhythm = r.id)`

export async function findRhythm(db: Db, id: string): Promise<Rhythm | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Row>`${rhythmSql} where r.id = ${id} and ${stands}`.execute(db)
  return rows[0] && rhythmFrom(rows[0])
}

/** The rhythm that a pair keeps. */
export async function rhythmOf(db: Db, partnership: string): Promise<Rhythm | undefined> {
  const { rows } = await sql<Row>`${rhythmSql} where r.partnership = ${partnership} and ${stands} order by r.at desc, r.id limit 1`.execute(
    db,
  )
  return rows[0] && rhythmFrom(rows[0])
}

/** Every rhythm that is kept; as many as one sweep takes. */
export async function rhythmsKept(db: Db): Promise<Rhythm[]> {
  const { rows } = await sql<Row>`${rhythmSql} where ${stands} order by r.id limit ${limits.sweptMax}`.execute(db)
  return rows.map(rhythmFrom)
}

/** The local days for which a rhythm has made meetings, cancelled ones too, so that none is made again. */
export async function daysMade(db: Db, rhythm: string): Promise<Set<string>> {
  const { rows } = await sql<{ day: string }>`
    select distinct t.local_time::date::text as day from meetings m join meeting_times t on t.meeting = m.id and t.nth = 1
    where m.rhythm = ${rhythm}`.execute(db)
  return new Set(rows.map(({ day }) => day))
}
