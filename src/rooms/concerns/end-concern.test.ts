import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { givenSafe, raised, telling } from './concerns.testing.ts'
import { endIn } from './desk-reads.ts'
import { endConcern } from './end-concern.ts'
import { findOwn } from './reads.ts'

const house = await testHouse()
const safe = await givenSafe(house)

test('A concern is closed once, with an outcome; the words to who raised it are theirs to read.', async () => {
  const { id: concern } = await raised(house, safe.mentee.scope, telling(safe.organisation))
  const ends = [safe.officer, safe.second].map(({ scope }, nth) =>
    house.writeAs(scope, (tx) => endConcern(tx, { concern, outcome: nth === 0 ? 'resolved' : 'referred', text: 'Thank you.' })),
  )
  await Promise.all(ends)
  const end = await house.writeAs(safe.officer.scope, (tx) => endIn(tx, concern))
  assert.ok(end && ['resolved', 'referred'].includes(end.outcome))
  const own = await house.writeAs(safe.mentee.scope, (tx) => findOwn(tx, concern))
  assert.equal(own?.endText, 'Thank you.')
  assert.ok(own?.acknowledgedAt)
  assert.equal((await house.news('concern.ended')).length, 1)
})
