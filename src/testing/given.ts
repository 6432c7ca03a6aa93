import type { Scope } from '#ground/db'
import type { TestHouse } from './house.ts'

export type GivenPerson = { id: string; organisation: string; code: string; scope: Scope }

let counter = 0

/** An organisation that exists. */
export async function givenOrganisation(house: TestHouse, name = 'Test House'): Promise<string> {
  return house.write(async (tx) => {
    const id = tx.newId()
    await tx.insertInto('organisations').values({ id, name, madeAt: tx.now }).execute()
    return id
  })
}

type PersonFacts = Partial<{
  code: string
  fullName: string
  email: string | null
  unit: string
  grade: string
  gradeLevel: number
  lineManagerCode: string
  languages: string[]
  canHelpWith: string[]
  wantsHelpWith: string[]
  field: string
  zone: string
  language: string
  freeHours: { day: number; from: number; to: number }[]
}>

/** A person of an organisation, with an address of their own unless `email: null`. */
export async function givenPerson(house: TestHouse, organisation: string, facts: PersonFacts = {}): Promise<GivenPerson> {
  counter += 1
  const code = facts.code ?? `T${counter}`
  const { email = `person${counter}@example.org`, freeHours, ...profile } = facts
  const id = await house.write(async (tx) => {
    const made = tx.newId()
    await tx
      .insertInto('people')
      .values({
        fullName: `Person ${counter}`,
        ...profile,
        id: made,
        organisation,
        code,
        freeHours: freeHours ? JSON.stringify(freeHours) : null,
        joinedAt: tx.now,
      })
      .execute()
    if (email !== null) {
      await tx.insertInto('contacts').values({ person: made, organisation, kind: 'email', address: email, folded: email }).execute()
    }
    return made
  })
  const scope: Scope = { door: 'person', person: id, home: organisation, organisations: [], programmes: [] }
  return { id, organisation, code, scope }
}

/** Somebody who coordinates (or administers) the organisation; programmes opened later are added by `coordinating`. */
export async function givenKeeper(
  house: TestHouse,
  organisation: string,
  role: 'coordinator' | 'administrator' = 'coordinator',
): Promise<GivenPerson> {
  const person = await givenPerson(house, organisation)
  await house.write((tx) =>
    tx.insertInto('roles').values({ id: tx.newId(), person: person.id, role, organisation, givenAt: tx.now }).execute(),
  )
  return { ...person, scope: { ...person.scope, organisations: [organisation] } }
}

/** The same person, as a request would see them once they coordinate the programme too. */
export function coordinating(person: GivenPerson, ...programmes: string[]): Scope {
  return { ...person.scope, programmes: [...person.scope.programmes, ...programmes] }
}
