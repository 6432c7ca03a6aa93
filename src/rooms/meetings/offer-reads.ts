import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { limits } from './meeting.ts'

export type OfferedTime = { nth: number; local: Temporal.PlainDateTime; zone: string; startsAt: Temporal.Instant }
/** Times that one of a pair offers, of which the other takes one; open until one is taken, taken back, or all have passed. */
export type Offer = {
  id: string
  partnership: string
  minutes: number
  at: Temporal.Instant
  by: string
  times: readonly OfferedTime[]
  endedAt: Temporal.Instant | null
  taken: number | null
}

type Row = Omit<Offer, 'times'> & { times: { nth: number; local: string; zone: string; startsAt: string }[] }

const offerSql = sql`
  select o.id, o.partnership, o.minutes, o.at, o.by, e.at as ended_at, e.taken,
    (select jsonb_agg(jsonb_build_object('nth', t.nth, 'local', t.local_time, 'zone', t.zone, 'startsAt', t.starts_at) order by t.nth)
      from meeting_offer_times t where t.offer = o.id) as times
  from meeting_offers o left join meeting_offer_ends e on e.offer = o.id`

const offerFrom = ({ times, ...row }: Row): Offer => ({
  ...row,
  times: times.map(({ nth, local, zone, startsAt }) => ({
    nth,
    zone,
    local: Temporal.PlainDateTime.from(local),
    startsAt: Temporal.Instant.from(startsAt),
  })),
})

export async function findOffer(db: Db, id: string): Promise<Offer | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Row>`${offerSql} where o.id = ${id}`.execute(db)
  return rows[0] && offerFrom(rows[0])
}

/** The offers of a pair that still can be taken, the latest first. */
export async function openOffers(db: Db, partnership: string): Promise<Offer[]> {
  const { rows } = await sql<Row>`${offerSql} where o.partnership = ${partnership} and e.offer is null
    and exists (select 1 from meeting_offer_times t where t.offer = o.id and t.starts_at > ${db.now})
    order by o.at desc, o.id limit ${limits.shownMax}`.execute(db)
  return rows.map(offerFrom)
}

/** Offers that wait for this person, of all their pairs. */
export async function offersWaiting(db: Db, person: string): Promise<Offer[]> {
  const { rows } = await sql<Row>`${offerSql} where e.offer is null and o.by <> ${person}
    and exists (select 1 from meeting_offer_times t where t.offer = o.id and t.starts_at > ${db.now})
    order by o.at, o.id limit ${limits.shownMax}`.execute(db)
  return rows.map(offerFrom)
}
