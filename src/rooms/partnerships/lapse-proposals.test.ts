import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse, testStart } from '#testing/house'
import { accept } from './accept.ts'
import { lapseProposals } from './lapse-proposals.ts'
import { endOf, givenPair } from './pairs.testing.ts'

const house = await testHouse()

test('A proposal that is not answered by both in three working days ends, and not a second before.', async () => {
  house.setNow(testStart)
  const silent = await givenPair(house)
  const half = await givenPair(house)
  await house.writeAs(half.mentor.scope, (tx) => accept(tx, { partnership: half.id, side: null }))
  const agreed = await givenPair(house)
  for (const { scope } of [agreed.mentor, agreed.mentee]) {
    await house.writeAs(scope, (tx) => accept(tx, { partnership: agreed.id, side: null }))
  }
  house.setNow('2026-11-28T19:29:59Z')
  await house.write(lapseProposals)
  assert.equal(await endOf(house, silent.id), undefined)
  house.setNow('2026-11-28T19:30:00Z')
  await house.write(lapseProposals)
  await house.write(lapseProposals)
  assert.deepEqual(await Promise.all([silent, half, agreed].map(({ id }) => endOf(house, id))), ['unanswered', 'unanswered', undefined])
  assert.equal((await house.news('partnership.ended')).length, 2)
})

test('Two sweeps and a yes at the last moment: each proposal ends once, or stands.', async () => {
  house.setNow(testStart)
  const pairs = await Promise.all([1, 2, 3, 4, 5, 6].map(() => givenPair(house)))
  for (const { id, mentor } of pairs) await house.writeAs(mentor.scope, (tx) => accept(tx, { partnership: id, side: null }))
  house.setNow('2026-12-05T00:00:00Z')
  const late = pairs.map(({ id, mentee }) => house.writeAs(mentee.scope, (tx) => accept(tx, { partnership: id, side: null })))
  const said = await Promise.allSettled([house.write(lapseProposals), house.write(lapseProposals), ...late])
  assert.deepEqual([said[0]?.status, said[1]?.status], ['fulfilled', 'fulfilled'])
  for (const [at, { id }] of pairs.entries()) {
    assert.equal(await endOf(house, id), said[at + 2]?.status === 'fulfilled' ? undefined : 'unanswered')
  }
})
