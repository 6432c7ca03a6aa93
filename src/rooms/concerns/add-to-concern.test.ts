import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { signInScope } from '#ground/db'
import { Missing } from '#ground/refusal'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { addToConcern } from './add-to-concern.ts'
import { answerConcern } from './answer-concern.ts'
import { limits } from './concern.ts'
import { givenSafe, raised, telling } from './concerns.testing.ts'
import { findOwn, messagesOf, ownByReference, ownConcerns } from './reads.ts'

const house = await testHouse()
const safe = await givenSafe(house)
const { newId } = realHands
const add = (reference: string, facts = {}, scope = signInScope) =>
  house.writeAs(scope, (tx) => addToConcern(tx, { reference, id: newId(), text: 'More.', network: newId(), ...facts }))

test('Who holds the code reads the officers’ questions and adds more; nothing of it says who they are.', async () => {
  const told = await raised(house, null, telling(safe.organisation, { anonymous: true }))
  const answer = { concern: told.id, id: newId(), text: 'Are you safe?' }
  await house.writeAs(safe.officer.scope, (tx) => answerConcern(tx, answer))
  await house.writeAs(safe.officer.scope, (tx) => answerConcern(tx, answer))
  await add(told.reference, { text: 'Yes.' })
  const talk = await house.writeAs(signInScope, async (tx) => messagesOf(tx, (await ownByReference(tx, told.reference))?.id ?? ''))
  assert.deepEqual(
    talk.map(({ side, text, by }) => [side, text, by]),
    [
      ['officer', 'Are you safe?', safe.officer.id],
      ['raiser', 'Yes.', null],
    ],
  )
  assert.equal((await house.news('concern.added')).at(-1)?.by, null)
})

test('Who raised it by name finds it again without the code; nobody else does by its id, not even an officer at that address.', async () => {
  const told = await raised(house, safe.mentee.scope, telling(safe.organisation))
  assert.deepEqual(
    (await house.writeAs(safe.mentee.scope, ownConcerns)).map(({ id }) => id),
    [told.id],
  )
  await add(told.id, {}, safe.mentee.scope)
  for (const scope of [safe.mentor.scope, safe.officer.scope, safe.coordinator, safe.administrator.scope, signInScope]) {
    assert.equal(await house.writeAs(scope, (tx) => findOwn(tx, told.id)), undefined)
    await assert.rejects(add(told.id, {}, scope), Missing)
  }
})

test('The same message twice is one; so many an hour from one network, and so many in all.', async () => {
  const told = await raised(house, null, telling(safe.organisation))
  const id = newId()
  for (let times = 0; times < 2; times += 1) await add(told.reference, { id })
  const network = 'talks much'
  for (let nth = 0; nth < limits.messagesAnHourANetworkMax; nth += 1) await add(told.reference, { network })
  assert.equal(await refusedWith(add(told.reference, { network })), 'concerns.network')
  const count = async () => (await house.writeAs(safe.officer.scope, (tx) => messagesOf(tx, told.id))).length
  assert.equal(await count(), limits.messagesAnHourANetworkMax + 1)
  while ((await count()) < limits.messagesAConcernMax) await add(told.reference)
  assert.equal(await refusedWith(add(told.reference)), 'concerns.full')
  const answer = house.writeAs(safe.officer.scope, (tx) => answerConcern(tx, { concern: told.id, id: newId(), text: 'Stop.' }))
  assert.equal(await refusedWith(answer), 'concerns.full')
})
