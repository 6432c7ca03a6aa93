import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenGrown, newId, reading } from './growth.testing.ts'
import { findOpportunity } from './opportunity-reads.ts'
import { tellOutcomeForm } from './tell-outcome.form.ts'
import { tellOutcome } from './tell-outcome.ts'

const house = await testHouse()

test('What came of an opportunity is told over time, the latest first, and nothing told is lost.', async () => {
  const pair = await givenGrown(house)
  const opportunity = await pair.opened('Meet the director')
  const followed = { id: newId(), opportunity, outcome: 'followed-up' as const, text: null }
  for (const _twice of [1, 2]) await pair.by('mentee', (tx) => tellOutcome(tx, followed))
  house.setNow(house.now().add({ hours: 24 }).toString())
  await pair.by('mentor', (tx) => tellOutcome(tx, { id: newId(), opportunity, outcome: 'led-to', text: 'A post' }))
  const found = await reading(house, pair.mentee)((db) => findOpportunity(db, opportunity))
  assert.deepEqual(
    found?.outcomes.map(({ outcome, text }) => [outcome, text]),
    [
      ['led-to', 'A post'],
      ['followed-up', null],
    ],
  )
})

test('Who says that it led to something says to what; of another pair it is not there.', async () => {
  const asked = { id: newId(), opportunity: newId(), outcome: 'led-to', text: '' }
  assert.deepEqual(tellOutcomeForm(asked), { slips: [{ field: 'text', key: 'slip.growth.led-to', facts: {} }] })
  assert.ok('input' in tellOutcomeForm({ ...asked, outcome: 'nothing-yet' }))
  const [pair, other] = [await givenGrown(house), await givenGrown(house)]
  const opportunity = await pair.opened('Meet the director')
  const told = { id: newId(), opportunity, outcome: 'nothing-yet' as const, text: null }
  assert.equal(await refusedWith(other.by('mentee', (tx) => tellOutcome(tx, told))), 'Missing')
})
