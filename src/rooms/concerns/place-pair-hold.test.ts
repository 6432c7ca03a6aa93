import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdsOf } from '#partnerships/stage-reads'
import { testHouse } from '#testing/house'
import { givenHeld, givenSafe } from './concerns.testing.ts'

const house = await testHouse()

test('A held partnership reads to both and to the coordinator as paused, by nobody and for no reason.', async () => {
  const safe = await givenSafe(house)
  await givenHeld(house, safe)
  for (const scope of [safe.mentor.scope, safe.mentee.scope, safe.coordinator]) {
    const holds = await house.writeAs(scope, (tx) => holdsOf(tx, safe.id))
    assert.deepEqual(
      holds.map(({ kind, bySide }) => [kind, bySide]),
      [['paused', null]],
    )
  }
  const [news] = (await house.news('partnership.held')).filter(({ subject }) => subject === safe.id)
  assert.deepEqual([news?.by, news?.facts], [null, { kind: 'paused' }])
})
