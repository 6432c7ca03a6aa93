import { sql } from 'kysely'
import { findKeys } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { type Answer, keyOwnerOf, limits, type Meeting, type OfMeeting, type Statement } from './meeting.ts'

type Row = Omit<Meeting, 'local' | 'statements' | 'cannotCome'> & { local: string; statements: StatementRow[]; cannotCome: string[] }
type StatementRow = Omit<Statement, 'at'> & { at: string }

const meetingSql = sql`
  select m.id, m.programme, m.organisation, m.partnership, m.ask, m.rhythm, m.host, m.guest, t.nth, t.local_time::text as local, t.zone,
    t.starts_at, t.minutes, t.said_at, c.at as cancelled_at,
    coalesce((select jsonb_agg(
        jsonb_build_object('person', s.person, 'happened', s.happened, 'minutes', s.minutes, 'at', s.at) order by s.at)
      from (select distinct on (person) * from meeting_statements where meeting = m.id order by person, at desc, id desc) s),
      '[]') as statements,
    array(select a.person from (select distinct on (person) * from meeting_answers where meeting = m.id and nth = t.nth
      order by person, at desc, id desc) a where a.answer = 'declined') as cannot_come
  from meetings m
    cross join lateral (select * from meeting_times n where n.meeting = m.id order by n.nth desc limit 1) as t
    left join meeting_cancellations c on c.meeting = m.id`

const meetingFrom = ({ local, statements, ...row }: Row): Meeting => ({
  ...row,
  local: Temporal.PlainDateTime.from(local.replace(' ', 'T')),
  statements: statements.map(({ at, ...one }) => ({ ...one, at: Temporal.Instant.from(at) })),
})

export async function findMeeting(db: Db, id: string): Promise<Meeting | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Row>`${meetingSql} where m.id = ${id}`.execute(db)
  return rows[0] && meetingFrom(rows[0])
}

/** The meetings of a pair, the latest first. */
export async function meetingsOf(db: Db, partnership: string): Promise<Meeting[]> {
  const { rows } = await sql<Row>`${meetingSql} where m.partnership = ${partnership}
    order by t.starts_at desc, m.id limit ${limits.shownMax}`.execute(db)
  return rows.map(meetingFrom)
}

/** The next meeting of a pair that stands. */
export async function nextMeetingOf(db: Db, partnership: string): Promise<Meeting | undefined> {
  const { rows } = await sql<Row>`${meetingSql} where m.partnership = ${partnership} and c.meeting is null
    and t.starts_at + make_interval(mins => t.minutes) > ${db.now} order by t.starts_at, m.id limit 1`.execute(db)
  return rows[0] && meetingFrom(rows[0])
}

/** A person's coming meetings that stand, the soonest first. */
export async function comingMeetings(db: Db, person: string): Promise<Meeting[]> {
  const { rows } = await sql<Row>`${meetingSql} where ${person}::uuid in (m.host, m.guest) and c.meeting is null
    and t.starts_at + make_interval(mins => t.minutes) > ${db.now} order by t.starts_at, m.id limit ${limits.shownMax}`.execute(db)
  return rows.map(meetingFrom)
}

/** Meetings that are over and that a person has not said anything of, the oldest first; of everybody where none is named. */
export async function meetingsToTell(db: Db, of: { person: string } | { until: Temporal.Instant }): Promise<Meeting[]> {
  const person = 'person' in of ? of.person : null
  const over = 'until' in of ? of.until : db.now
  const { rows } = await sql<Row>`${meetingSql}
    where c.meeting is null and t.starts_at + make_interval(mins => t.minutes) <= ${over}
      and t.starts_at > ${db.now.subtract({ hours: 24 * limits.backDaysMax })}
      and (${person}::uuid is null or (${person}::uuid in (m.host, m.guest)
        and not exists (select 1 from meeting_statements s where s.meeting = m.id and s.person = ${person}::uuid)))
      and 2 > (select count(distinct s.person) from meeting_statements s where s.meeting = m.id)
    order by t.starts_at, m.id limit ${limits.sweptMax}`.execute(db)
  return rows.map(meetingFrom)
}

/** Coming meetings of a pair that stand. */
export async function comingOfPair(db: Db, partnership: string): Promise<Meeting[]> {
  const { rows } = await sql<Row>`${meetingSql} where m.partnership = ${partnership} and c.meeting is null
    and t.starts_at > ${db.now} order by t.starts_at, m.id limit ${limits.shownMax}`.execute(db)
  return rows.map(meetingFrom)
}

/** The meeting of a pair on a day of its own zone: one that stands, or of which one says that they met all the same; the earlier of two. */
export async function meetingOnDay(db: Db, partnership: string, day: Temporal.PlainDate): Promise<Meeting | undefined> {
  const { rows } = await sql<Row>`${meetingSql} where m.partnership = ${partnership} and t.local_time::date = ${day}
    and (c.meeting is null or exists (select 1 from meeting_statements s where s.meeting = m.id and s.happened = 'met'))
    order by t.starts_at, m.id limit 1`.execute(db)
  return rows[0] && meetingFrom(rows[0])
}

/** Every place that was said for a meeting, the newest last; a place taken back is null. */
export async function placesOf(db: Db, meeting: OfMeeting): Promise<(string | null)[]> {
  const rows = await db
    .selectFrom('meetingPlaces')
    .select(['nth', 'sealed', 'by'])
    .where('meeting', '=', meeting.id)
    .orderBy('nth')
    .execute()
  const keys = rows.length === 0 ? null : await findKeys(db, keyOwnerOf(meeting))
  return rows.map(({ nth, sealed, by }) => {
    const place = { kind: 'place', item: meeting.id, author: by, version: nth }
    return sealed === null ? null : (keys?.open<{ place: string }>(place, sealed).place ?? null)
  })
}

/** Where they meet, as it stands; null where nothing is said, or the asker is neither of the two. */
export async function placeOf(db: Db, meeting: OfMeeting): Promise<string | null> {
  return (await placesOf(db, meeting)).at(-1) ?? null
}

/** How often a place was said or taken back, without what it is. */
export async function countPlaces(db: Db, meeting: string): Promise<number> {
  const { count } = await db
    .selectFrom('meetingPlaces')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('meeting', '=', meeting)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What each says of the newest time: whether they come. */
export async function answersTo(db: Db, { id, nth }: Pick<Meeting, 'id' | 'nth'>): Promise<Map<string, Answer>> {
  const { rows } = await sql<{ person: string; answer: Answer }>`select distinct on (person) person, answer from meeting_answers
    where meeting = ${id} and nth = ${nth} order by person, at desc, id desc`.execute(db)
  return new Map(rows.map(({ person, answer }) => [person, answer]))
}
