import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import { dayOf } from '#ground/when'
import { zoneOr } from '#ground/zone'
import { placeOf } from '#people/people-reads'
import { profilesOf } from '#people/profile-reads'

/** Whose deed this is, their organisation, and what day it is where they live. */
export async function ownDay(db: Db): Promise<{ person: string; organisation: string; today: Temporal.PlainDate }> {
  const person = found(db.by)
  const { organisation } = found(await placeOf(db, person))
  const { zone } = found((await profilesOf(db, [person])).get(person))
  return { person, organisation, today: dayOf({ zone: zoneOr(zone) }, db.now) }
}
