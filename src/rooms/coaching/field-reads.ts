import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { limits, type Meeting } from './coaching.ts'
import { meetings } from './reads.ts'

/** What a coach can log alone, soon or since some while: booked, neither over nor logged, and no group's; the earliest first. */
export async function loggableBy(db: Db, coach: string, today: Temporal.PlainDate): Promise<Meeting[]> {
  const [from, until] = [today.subtract({ days: limits.fieldBackDays }), today.add({ days: limits.fieldDays })]
  return meetings(
    db,
    sql`where m.coach = ${coach} and m.day >= ${from} and m.day <= ${until} and m.grouping is null
      and r.entry is not null and l.id is null and e.meeting is null
      order by m.starts_at, m.id limit ${limits.fieldMeetingsMax}`,
  )
}

/** What a coach has logged and no client has answered yet; the latest first. */
export async function unansweredOf(db: Db, coach: string): Promise<Meeting[]> {
  return meetings(
    db,
    sql`where m.coach = ${coach} and m.grouping is null and l.id is not null and c.id is null and d.at is null and e.meeting is null
      order by l.at desc, m.id limit ${limits.fieldMeetingsMax}`,
  )
}
