import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { addPeople, lockPeopleOf } from './import-writes.ts'
import { mustKeepOrganisation } from './may.ts'
import { type NewPerson, newPerson } from './new-person.ts'
import { placeOf } from './people-reads.ts'
import { personByCode } from './profile-reads.ts'

export type Register = { organisation: string; profile: NewPerson; id?: string }

/**
 * Adds one person to an organisation; the same id again adds nobody. Without a code, one is made.
 * Refuses `people.codeTaken` when the code names somebody else, in any case.
 */
export async function registerPerson(tx: Tx, { organisation, profile, id }: Register): Promise<{ id: string }> {
  mustKeepOrganisation(tx, organisation)
  await lockPeopleOf(tx, organisation)
  if (id !== undefined && (await placeOf(tx, id))) return { id }
  const person = newPerson(tx, profile, id)
  if (await personByCode(tx, organisation, person.profile.code)) refuse('people.codeTaken', { code: person.profile.code })

  await addPeople(tx, organisation, [person])
  await tx.note('person.registered', person.id, { organisation })
  return { id: person.id }
}
