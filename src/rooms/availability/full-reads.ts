import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { dayOf } from '#ground/when'
import { zoneOr } from '#ground/zone'

type FullRow = { person: string; zone: string; untilDay: Temporal.PlainDate }

/** Who of these people is full at present, and the last day of it where they live; of others than the asker may ask, nothing. */
export async function fullUntil(db: Db, people: readonly string[]): Promise<Map<string, Temporal.PlainDate>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<FullRow>`select * from scope.full_until(${people}::uuid[], ${db.now})`.execute(db)
  const isFull = ({ zone, untilDay }: FullRow) => Temporal.PlainDate.compare(untilDay, dayOf({ zone: zoneOr(zone) }, db.now)) >= 0
  return new Map(rows.filter(isFull).map(({ person, untilDay }) => [person, untilDay]))
}

/** The last that one said oneself of being full, where it holds: for taking it back. */
export async function ownFull(db: Db, person: string): Promise<{ id: string; until: Temporal.PlainDate } | undefined> {
  const until = (await fullUntil(db, [person])).get(person)
  if (until === undefined) return undefined
  const last = await db
    .selectFrom('fullUntils')
    .select(['id'])
    .where('person', '=', person)
    .orderBy('saidAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { id: last.id, until }
}

/** When somebody's own words on being full were said, whether or not they hold; undefined where they are not theirs to see. */
export async function fullById(db: Db, id: string): Promise<{ person: string } | undefined> {
  return db.selectFrom('fullUntils').select('person').where('id', '=', id).executeTakeFirst()
}
