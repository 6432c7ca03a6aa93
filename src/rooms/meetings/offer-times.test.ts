import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endPartnership } from '#partnerships/end-partnership'
import { refusedWith } from '#partnerships/pairs.testing'
import { placeHold } from '#partnerships/place-hold'
import { givenUnderWay } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { asItEnds, givenOffer, local, newId, start } from './meetings.testing.ts'
import { openOffers } from './offer-reads.ts'
import { offerTimes } from './offer-times.ts'

const house = await testHouse()
const offers = async (scope: Parameters<typeof house.writeAs>[0], id: string) => house.database.read(scope, (db) => openOffers(db, id))

test('One offers, both read it, the same form twice is one offer; the coordinator reads none.', async () => {
  const pair = await givenOffer(house)
  const times = [{ local: local('2026-12-10T10:00'), zone: 'UTC' }]
  await house.writeAs(pair.mentor.scope, (tx) => offerTimes(tx, { id: pair.offer, partnership: pair.id, minutes: 45, times }))
  assert.deepEqual(
    (await offers(pair.mentee.scope, pair.id)).map((one) => one.times.length),
    [2],
  )
  assert.deepEqual(await offers(pair.programme.coordinator, pair.id), [])
})

test('A time that has passed, is over a year ahead, or falls into the spring gap is refused by name; the gap with the nearest.', async () => {
  house.setNow(start)
  const pair = await givenUnderWay(house)
  const offer = async (text: string, zone = 'Europe/Rome') => {
    const id = await newId(house)
    return refusedWith(
      house.writeAs(pair.mentor.scope, (tx) =>
        offerTimes(tx, { id, partnership: pair.id, minutes: 45, times: [{ local: local(text), zone }] }),
      ),
    )
  }
  assert.equal(await offer('2026-11-22T10:00'), 'meetings.past')
  assert.equal(await offer('2027-11-26T10:00'), 'meetings.farAhead')
  assert.equal(await offer('2027-03-28T02:30'), 'meetings.gap')
})

test('Nothing is planned in a pair that rests or has ended, nor in somebody else’s.', async () => {
  house.setNow(start)
  const [resting, over, other] = [await givenUnderWay(house), await givenUnderWay(house), await givenUnderWay(house)]
  await house.write((tx) => placeHold(tx, { id: tx.newId(), partnership: resting.id, kind: 'paused', until: null }))
  await house.write((tx) => endPartnership(tx, { partnership: over.id, reason: 'no-fault' }))
  const times = [{ local: local('2026-12-10T10:00'), zone: 'UTC' }]
  const as = async (scope: typeof other.mentor.scope, partnership: string) => {
    const id = await newId(house)
    return refusedWith(house.writeAs(scope, (tx) => offerTimes(tx, { id, partnership, minutes: 45, times })))
  }
  assert.equal(await as(resting.mentor.scope, resting.id), 'meetings.onHold')
  assert.equal(await as(over.mentor.scope, over.id), 'meetings.over')
  assert.equal(await as(other.mentor.scope, over.id), 'Missing')
})

test('Who offers times while the partnership ends is refused.', async () => {
  house.setNow(start)
  const pair = await givenUnderWay(house)
  const id = await newId(house)
  const times = [{ local: local('2026-12-10T10:00'), zone: 'UTC' }]
  const offer = () => house.writeAs(pair.mentor.scope, (tx) => offerTimes(tx, { id, partnership: pair.id, minutes: 45, times }))
  assert.equal(await asItEnds(house, pair, offer), 'meetings.over')
})
