import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { type EndReason, limits } from './partnership.ts'

export type EndedPair = { id: string; programme: string; reason: EndReason; endedAt: Temporal.Instant }

/** Partnerships of an organisation that were agreed and have ended, as far as the asker may read why; the latest first. */
export async function endedPairs(db: Db, organisation: string): Promise<EndedPair[]> {
  const { rows } = await sql<EndedPair>`
    select p.id, p.programme, why.reason, e.at as ended_at
    from partnerships p join partnership_ends e on e.partnership = p.id join partnership_end_reasons why on why.partnership = p.id
    where p.organisation = ${organisation} and exists (select 1 from partnership_stages s where s.partnership = p.id)
    order by e.at desc, p.id limit ${limits.sheetRowsMax}`.execute(db)
  return rows
}

const daysAgo = (db: Db, days: number) => db.now.subtract({ hours: 24 * days })

type Asked = { reason: EndReason; daysMin: number; daysMax: number }

/** Partnerships that ended in one way so many days ago, the earliest first; as many as one sweep takes. */
export async function endedLongAgo(db: Db, { reason, daysMin, daysMax }: Asked): Promise<EndedPair[]> {
  const { rows } = await sql<EndedPair>`
    select p.id, p.programme, why.reason, e.at as ended_at
    from partnerships p join partnership_ends e on e.partnership = p.id join partnership_end_reasons why on why.partnership = p.id
    where why.reason = ${reason} and e.at <= ${daysAgo(db, daysMin)} and e.at > ${daysAgo(db, daysMax)}
    order by e.at, p.id limit ${limits.sheetRowsMax}`.execute(db)
  return rows
}
