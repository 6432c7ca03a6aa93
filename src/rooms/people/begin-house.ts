import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { addPeople } from './import-writes.ts'
import { newPerson } from './new-person.ts'
import type { Profile } from './person.ts'
import type { Entered } from './sign-in.ts'
import { findFoundingLink } from './sign-in-reads.ts'
import { insertUse } from './sign-in-writes.ts'
import { startSession } from './start-session.ts'
import { insertOrganisation, insertRole } from './writes.ts'

export type BeginHouse = {
  token: string
  organisation: string
  browser: string
  device: string
  sample: boolean
} & Pick<Profile, 'fullName' | 'email' | 'language' | 'calendar' | 'zone'>

/** Founds the house: its first organisation, its first administrator, signed in at once. Of many at the same time, one is the first. */
export async function beginHouse(tx: Tx, founding: BeginHouse): Promise<Entered> {
  const link = found(await findFoundingLink(tx, founding.token))
  const isFirst = await insertUse(tx, link)
  if (!isFirst) refuse('people.houseBegun')

  const { organisation: name, fullName, email, language, calendar, zone } = founding
  const organisation = tx.newId()
  const person = newPerson(tx, { fullName, email, language, calendar, zone })
  await insertOrganisation(tx, { id: organisation, name, zone, language })
  await addPeople(tx, organisation, [person])
  await insertRole(tx, { id: tx.newId(), person: person.id, role: 'administrator', organisation })
  await tx.note('house.begun', organisation, { organisation }, { sample: founding.sample ? 1 : 0 })
  return startSession(tx, {
    holder: { id: person.id, organisation },
    link: { id: link, next: null },
    browser: founding.browser,
    device: founding.device,
  })
}
