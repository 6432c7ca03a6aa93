import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { drafted, givenDraft, givenSent, stateOfAsk } from './asks.testing.ts'
import { forgetDrafts } from './forget-drafts.ts'

const house = await testHouse()

test('A draft that nobody sent is forgotten after a week with its text; what was sent, and what is young, stays.', async () => {
  const old = await givenDraft(house, 1)
  const open = await givenSent(house, 1)
  house.setNow('2026-11-29T08:00:00Z')
  const young = await drafted(house, old.asker.scope, old.programme.id)
  house.setNow('2026-12-01T08:00:00Z')
  await house.write(forgetDrafts)
  assert.equal(await stateOfAsk(house, old.id), undefined)
  assert.equal(await stateOfAsk(house, young), 'draft')
  assert.equal(await stateOfAsk(house, open.id), 'asking')
  const texts = await house.database.read(old.asker.scope, (db) => db.selectFrom('askTexts').select('ask').execute())
  assert.deepEqual(
    texts.map(({ ask }) => ask),
    [young],
  )
})
