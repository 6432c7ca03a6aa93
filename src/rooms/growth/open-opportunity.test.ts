import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenGrown, newId, reading } from './growth.testing.ts'
import { limits } from './growth.ts'
import { openOpportunity } from './open-opportunity.ts'
import { opportunitiesOf } from './opportunity-reads.ts'

const house = await testHouse()

test('Either writes down what one opened for the other; the same form twice is one.', async () => {
  const pair = await givenGrown(house)
  const asked = { id: newId(), partnership: pair.id, openedBy: 'mentor' as const, kind: 'job' as const, text: 'A post in Herat' }
  for (const _twice of [1, 2]) await pair.by('mentee', (tx) => openOpportunity(tx, asked))
  const opened = await reading(house, pair.mentor)((db) => opportunitiesOf(db, pair.id))
  assert.deepEqual(
    opened.map(({ kind, text, openedBy, outcomes }) => [kind, text, openedBy, outcomes]),
    [['job', 'A post in Herat', pair.mentor.id, []]],
  )
})

test('So many are written down in a partnership, and no more.', async () => {
  const pair = await givenGrown(house)
  for (let count = 0; count < limits.opportunitiesMax; count += 1) await pair.opened(`Opportunity ${count}`)
  assert.equal(await refusedWith(pair.opened('One more')), 'growth.opportunitiesFull')
})
