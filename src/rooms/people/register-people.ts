import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { addPeople, lockPeopleOf } from './import-writes.ts'
import { mustKeepOrganisation } from './may.ts'
import { type NewPerson, newPerson } from './new-person.ts'

const peopleAtOnceMax = 1_000

export type RegisterMany = { organisation: string; people: readonly { profile: NewPerson; id?: string }[] }

/** Adds up to 1,000 people in one statement; their codes are already known to be nobody's. The ids are in the order given. */
export async function registerPeople(tx: Tx, { organisation, people }: RegisterMany): Promise<string[]> {
  assert(people.length <= peopleAtOnceMax, `${people.length} people at once`)
  mustKeepOrganisation(tx, organisation)
  await lockPeopleOf(tx, organisation)

  const added = people.map(({ profile, id }) => newPerson(tx, profile, id))
  await addPeople(tx, organisation, added)
  await tx.note('people.registered', organisation, { organisation }, { people: added.length })
  return added.map(({ id }) => id)
}
