import { keysOf } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { limits } from './meeting.ts'

/** A place that one of a pair said for a meeting, taken back since or not. */
export type PlaceSaid = { meeting: string; nth: number; by: string; at: Temporal.Instant; place: string }

/** The places that a pair said, the newest first; to anybody else there are none. */
export async function placesOfPair(db: Db, partnership: string): Promise<PlaceSaid[]> {
  const rows = await db
    .selectFrom('meetingPlaces as p')
    .innerJoin('meetings as m', 'm.id', 'p.meeting')
    .select(['p.meeting', 'p.nth', 'p.by', 'p.at', 'p.sealed'])
    .where('m.partnership', '=', partnership)
    .where('p.sealed', 'is not', null)
    .orderBy('p.at', 'desc')
    .limit(limits.shownMax)
    .execute()
  const keys = (await keysOf(db, 'partnership', [partnership])).get(partnership)
  return rows.flatMap(({ sealed, ...row }) => {
    const place = { kind: 'place', item: row.meeting, author: row.by, version: row.nth }
    return sealed && keys ? [{ ...row, ...keys.open<{ place: string }>(place, sealed) }] : []
  })
}
