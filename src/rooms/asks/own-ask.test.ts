import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenDraft, sent } from './asks.testing.ts'
import { ownAsk, ownDraft } from './own-ask.ts'

const house = await testHouse()

test('An ask is its asker’s alone, and a draft only until it is sent.', async () => {
  const given = await givenDraft(house, 1)
  const draft = (scope = given.asker.scope) => house.writeAs(scope, (tx) => ownDraft(tx, given.id))
  assert.equal((await draft()).id, given.id)
  await assert.rejects(draft(given.programme.coordinator), Missing)
  await sent(house, given)
  assert.equal(await refusedWith(draft()), 'asks.sent')
  assert.equal((await house.writeAs(given.asker.scope, (tx) => ownAsk(tx, given.id))).state, 'asking')
  await assert.rejects(
    house.writeAs(given.mentors[0]?.scope ?? given.programme.coordinator, (tx) => ownAsk(tx, given.id)),
    Missing,
  )
})
