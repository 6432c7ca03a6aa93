import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { accept } from './accept.ts'
import { left } from './leaving.testing.ts'
import { rematchesWaiting } from './leaving-reads.ts'
import { givenSide, proposed, refusedWith } from './pairs.testing.ts'
import { givenUnderWay } from './stages.testing.ts'
import { wishRematch } from './wish-rematch.ts'

const house = await testHouse()

test('A mentee whose mentor left asks for another, twice is once; as often as the pathway says, then the coordinator helps.', async () => {
  const first = await givenUnderWay(house)
  const { programme, mentee } = first
  const waiting = async () => (await house.read((db) => rematchesWaiting(db, programme.id))).map(({ enrolment }) => enrolment)
  const wish = (partnership: string) => house.writeAs(mentee.scope, (tx) => wishRematch(tx, { partnership }))
  assert.equal(await refusedWith(wish(first.id)), 'partnerships.notEnded')
  let pair = first
  for (const _time of [1, 2]) {
    await left(house, pair.id, pair.mentor.scope)
    await wish(pair.id)
    await wish(pair.id)
    assert.deepEqual(await waiting(), [mentee.enrolment])
    const mentor = await givenSide(house, programme, 'mentor')
    const id = await proposed(house, programme, mentor, mentee)
    assert.deepEqual(await waiting(), [], 'somebody is proposed')
    for (const { scope } of [mentor, mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership: id, side: null }))
    pair = { ...pair, mentor, id }
    house.setNow(house.now().add({ hours: 1 }).toString())
  }
  await left(house, pair.id, pair.mentor.scope)
  assert.equal(await refusedWith(wish(pair.id)), 'partnerships.rematchesUsed')
  assert.deepEqual(await waiting(), [])
})

test('Where the proposal comes to nothing the mentee waits on; and the mentor asks for nobody.', async () => {
  const { id, programme, mentor, mentee } = await givenUnderWay(house)
  await left(house, id, mentee.scope, true)
  const other = await givenSide(house, programme, 'mentor')
  const next = await proposed(house, programme, other, mentee)
  await house.writeAs(other.scope, async (tx) => (await import('./decline.ts')).decline(tx, { partnership: next, side: null }))
  assert.equal((await house.read((db) => rematchesWaiting(db, programme.id))).length, 1)
  assert.equal(await refusedWith(house.writeAs(mentor.scope, (tx) => wishRematch(tx, { partnership: id }))), 'Missing')
})
