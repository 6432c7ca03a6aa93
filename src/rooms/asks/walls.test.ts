import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Scope } from '#ground/db'
import { givenKeeper, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { givenSent } from './asks.testing.ts'

const house = await testHouse()

const textsFor = (scope: Scope) => house.database.read(scope, (db) => db.selectFrom('askTexts').select('sealed').execute())
const namesFor = (scope: Scope, person: string) =>
  house.database.read(scope, (db) => db.selectFrom('people').select('id').where('id', '=', person).execute())

test('The text is read by the asker and by who is asked; not by the next, a coordinator, an administrator, a colleague, or the house.', async () => {
  const { asker, mentors, programme } = await givenSent(house, 2)
  const [first, second] = mentors
  assert.ok(first && second)
  assert.equal((await textsFor(asker.scope)).length, 1)
  assert.equal((await textsFor(first.scope)).length, 1)
  const administrator = await givenKeeper(house, programme.organisation, 'administrator')
  const colleague = await givenPerson(house, programme.organisation)
  const keeper: Scope = { ...administrator.scope, programmes: [programme.id] }
  for (const scope of [second.scope, programme.coordinator, keeper, colleague.scope]) assert.deepEqual(await textsFor(scope), [])
  assert.deepEqual(await house.read((db) => db.selectFrom('askTexts').select('sealed').execute()), [])
})

test('The asker reads the names of those on the list, who is asked reads the asker’s; a colleague neither.', async () => {
  const { asker, mentors, programme } = await givenSent(house, 2)
  const [first, second] = mentors
  assert.ok(first && second)
  const colleague = await givenPerson(house, programme.organisation)
  assert.equal((await namesFor(asker.scope, first.id)).length, 1)
  assert.equal((await namesFor(asker.scope, second.id)).length, 1)
  assert.equal((await namesFor(first.scope, asker.id)).length, 1)
  assert.equal((await namesFor(second.scope, asker.id)).length, 0, 'not before their turn')
  for (const { id } of [asker, first]) assert.equal((await namesFor(colleague.scope, id)).length, 0)
})

test('Nobody writes an ask, a turn, or an end in somebody else’s name.', async () => {
  const { id, asker, mentors, programme } = await givenSent(house, 2)
  const [first, second] = mentors
  assert.ok(first && second)
  const write = (scope: Scope, work: Parameters<typeof house.writeAs>[1]) => assert.rejects(house.writeAs(scope, work), { code: '42501' })
  const ask = { programme: programme.id, organisation: programme.organisation, asker: asker.id, enrolment: asker.enrolment }
  await write(first.scope, (tx) =>
    tx
      .insertInto('asks')
      .values({ ...ask, id: tx.newId(), draftedAt: tx.now })
      .execute(),
  )
  await write(first.scope, (tx) => tx.insertInto('askEnds').values({ ask: id, reason: 'taken-back', at: tx.now }).execute())
  await write(programme.coordinator, (tx) => tx.insertInto('askEnds').values({ ask: id, reason: 'nobody', at: tx.now }).execute())
  await write(asker.scope, (tx) =>
    tx
      .insertInto('unmetNeeds')
      .values({ ask: id, topic: 'pricing', programme: programme.id, organisation: programme.organisation, at: tx.now })
      .execute(),
  )
  const row = { ask: id, nth: 1, person: first.id, answer: 'no', at: house.now() }
  await write(second.scope, (tx) => tx.insertInto('askAnswers').values(row).execute())
})
