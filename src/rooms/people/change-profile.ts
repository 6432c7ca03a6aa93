import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { levelOf } from './grades.ts'
import { changePeople, lockPeopleOf } from './import-writes.ts'
import { placeOf } from './people-reads.ts'
import { limits, type Profile } from './person.ts'
import { personByCode, profilesOf } from './profile-reads.ts'

/** What people say of themselves; the rest is the organisation's to say. */
const own: ReadonlySet<string> = new Set<keyof Profile>([
  ...(['fullName', 'nameLatin', 'calledName', 'email', 'phone', 'language', 'calendar', 'zone', 'languages'] as const),
  ...(['canHelpWith', 'wantsHelpWith', 'freeHours', 'about'] as const),
])

export type ChangeProfile = { person: string; changes: Partial<Profile> }

/**
 * Changes what is known of a person, contacts included: oneself the fields above, who keeps the organisation all.
 * Refuses `people.codeTaken` and `people.hoursMany`. What changes nothing leaves no news.
 */
export async function changeProfile(tx: Tx, { person, changes }: ChangeProfile): Promise<void> {
  const { organisation } = found(await placeOf(tx, person))
  mustMayChange(tx, { person, organisation }, changes)
  await lockPeopleOf(tx, organisation)
  const before = found((await profilesOf(tx, [person])).get(person))
  const profile = { ...before, ...changes }
  profile.gradeLevel = changes.gradeLevel ?? (profile.grade === before.grade ? before.gradeLevel : levelOf(profile.grade))
  const holder = profile.code === before.code ? undefined : await personByCode(tx, organisation, profile.code)
  if (holder && holder.id !== person) refuse('people.codeTaken', { code: profile.code })
  if ((profile.freeHours?.length ?? 0) > limits.freeSpansMax) refuse('people.hoursMany', { max: limits.freeSpansMax })
  if (!differs(before, profile)) return

  await changePeople(tx, organisation, [{ id: person, profile, before }])
  await tx.note('person.changed', person, { organisation })
}

function mustMayChange(tx: Tx, whose: { person: string; organisation: string }, changes: Partial<Profile>): void {
  if (tx.scope.door === 'house' || tx.scope.organisations.includes(whose.organisation)) return
  if (tx.scope.person !== whose.person) missing()
  assert(
    Object.keys(changes).every((field) => own.has(field)),
    'a form of oneself held what the organisation says',
  )
}

function differs(before: Profile, after: Profile): boolean {
  return (Object.keys(after) as (keyof Profile)[]).some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}
