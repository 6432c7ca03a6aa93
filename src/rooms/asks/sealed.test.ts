import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findKeys, type KeyOwner } from '#ground/content-keys'
import { houseScope, type Scope } from '#ground/db'
import { assertNowhere, assertSomewhere } from '#testing/canary'
import { givenKeeper, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { drafted, givenDraft, givenSent } from './asks.testing.ts'
import { draftAsk } from './draft-ask.ts'
import { forgetDrafts } from './forget-drafts.ts'
import { findAsk } from './reads.ts'
import { sayNo } from './say-no.ts'

const house = await testHouse()
const ask = (id: string): KeyOwner => ({ kind: 'ask', id })
const keyFor = (scope: Scope, id: string) => house.database.read(scope, (db) => findKeys(db, ask(id)))

test('The text of an ask stands in no row in clear; its topics do, since they are counted.', async () => {
  const { programme, asker } = await givenDraft(house, 1)
  const text = 'Figwort writes reports and نگارش گلپر'
  const id = await house.writeAs(asker.scope, async (tx) => (await draftAsk(tx, { id: tx.newId(), programme: programme.id, text })).id)
  await assertNowhere(house.databaseName, ['Figwort writes', 'نگارش گلپر'])
  await assertSomewhere(house.databaseName, ['writing'])
  assert.equal((await house.database.read(asker.scope, (db) => findAsk(db, id)))?.text, text)
})

test('The asker has the key, and who is asked from when they are; not the next, who runs the programme, a colleague, nor the house.', async () => {
  const { id, asker, mentors, programme } = await givenSent(house, 2)
  const [first, second] = mentors
  assert.ok(first && second)
  const administrator = await givenKeeper(house, programme.organisation, 'administrator')
  const colleague = await givenPerson(house, programme.organisation)
  for (const { scope } of [asker, first]) assert.ok(await keyFor(scope, id))
  const keeper: Scope = { ...administrator.scope, programmes: [programme.id] }
  for (const scope of [second.scope, programme.coordinator, keeper, colleague.scope, houseScope]) {
    assert.equal(await keyFor(scope, id), null)
  }
  await house.writeAs(first.scope, (tx) => sayNo(tx, { ask: id }))
  assert.equal(await keyFor(second.scope, id), null, 'not before the turn comes')
})

test('A text that was brought from another ask does not open.', async () => {
  const { id, asker, programme } = await givenDraft(house, 1)
  const other = await drafted(house, asker.scope, programme.id)
  await onServer(
    (client) => client.query('update ask_texts set sealed = (select sealed from ask_texts where ask = $1) where ask = $2', [other, id]),
    house.databaseName,
  )
  await assert.rejects(
    house.database.read(asker.scope, (db) => findAsk(db, id)),
    /does not open/,
  )
})

test('A draft that is forgotten takes its key along.', async () => {
  const { id, asker } = await givenDraft(house, 1)
  assert.ok(await keyFor(asker.scope, id))
  house.setNow(
    house
      .now()
      .add({ hours: 8 * 24 })
      .toString(),
  )
  await house.write(forgetDrafts)
  assert.equal(await keyFor(asker.scope, id), null)
  assert.equal((await house.news('key.destroyed')).filter(({ subject }) => subject === id).length, 1)
})
