import assert from 'node:assert/strict'
import { realHands } from '#ground/chance'
import { type Scope, signInScope, type Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { givenAgreed } from '#partnerships/stages.testing'
import { type GivenPerson, givenKeeper, givenPerson } from '#testing/given'
import type { TestHouse } from '#testing/house'
import { holdPair } from './hold-pair.ts'
import { placePairHold } from './place-pair-hold.ts'
import { type RaiseConcern, raiseConcern } from './raise-concern.ts'

/** Somebody who is an officer for safeguarding, of the organisation or of one of its programmes. */
export async function givenOfficer(house: TestHouse, organisation: string, programme: string | null = null, known?: GivenPerson) {
  const person = known ?? (await givenPerson(house, organisation))
  await house.write((tx) => {
    const row = { id: tx.newId(), person: person.id, role: 'safeguarding', organisation, programme, givenAt: tx.now }
    return tx.insertInto('roles').values(row).execute()
  })
  return person
}

/** The role of a person ends. */
export async function officerEnded(house: TestHouse, { id }: GivenPerson): Promise<void> {
  await house.write(async (tx) => {
    const roles = await tx.selectFrom('roles').select('id').where('person', '=', id).where('role', '=', 'safeguarding').execute()
    await tx
      .insertInto('roleEnds')
      .values(roles.map(({ id: role }) => ({ role, at: tx.now })))
      .execute()
  })
}

/** A pair under way in an organisation with two officers, an administrator and a coordinator. */
export async function givenSafe(house: TestHouse) {
  const pair = await givenAgreed(house)
  const { organisation } = pair.programme
  const officer = await givenOfficer(house, organisation)
  const second = await givenOfficer(house, organisation)
  const administrator = await givenKeeper(house, organisation, 'administrator')
  return { ...pair, organisation, officer, second, administrator, coordinator: pair.programme.coordinator }
}

export type Safe = Awaited<ReturnType<typeof givenSafe>>

let networks = 0

/** What somebody tells, with a reference of its own, from a network of its own. */
export function telling(organisation: string | null, facts: Partial<RaiseConcern> = {}): RaiseConcern {
  networks += 1
  return {
    ...{ id: realHands.newId(), reference: realHands.newSecret(), organisation, what: 'He shouts.', severity: 'serious' as const },
    ...{ partnership: null, about: null, asides: [], reach: null, anonymous: false, network: `network ${networks}` },
    ...facts,
  }
}

/** Raises it, by a person's scope, or as the door does for nobody. */
export async function raised(house: TestHouse, scope: Scope | null, told: RaiseConcern): Promise<RaiseConcern> {
  await house.writeAs(told.anonymous || scope === null ? signInScope : scope, (tx) => raiseConcern(tx, told))
  return told
}

/** Does twice what the worker does with the latest news of a kind. */
export async function heeded(house: TestHouse, kind: string, verb: (tx: Tx, news: News) => Promise<void>): Promise<void> {
  const news = (await house.news(kind)).at(-1)
  assert.ok(news)
  for (let times = 0; times < 2; times += 1) await house.write((tx) => verb(tx, news))
}

/** A pair that an officer holds, by a concern of the mentee's. */
export async function givenHeld(house: TestHouse, safe: Safe) {
  const { id: concern } = await raised(house, safe.mentee.scope, telling(safe.organisation, { partnership: safe.id }))
  const hold = realHands.newId()
  await house.writeAs(safe.officer.scope, (tx) => holdPair(tx, { concern, id: hold, partnership: safe.id }))
  await heeded(house, 'concern.held', placePairHold)
  return { concern, hold }
}

/** The letters to a person, as the house knows them. */
export async function concernLettersTo(house: TestHouse, person: string) {
  return house.read((db) =>
    db.selectFrom('mails').select(['kind', 'title', 'body', 'organisation']).where('recipient', '=', person).orderBy('id').execute(),
  )
}
