import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenOffer } from './meetings.testing.ts'
import { openOffers } from './offer-reads.ts'
import { takeBackOffer } from './take-back-offer.ts'
import { takeOffer } from './take-offer.ts'

const house = await testHouse()

test('Either ends an offer, who made it and whom none suits; then nothing of it is taken.', async () => {
  for (const side of ['mentor', 'mentee'] as const) {
    const pair = await givenOffer(house)
    for (let times = 0; times < 2; times += 1) await house.writeAs(pair[side].scope, (tx) => takeBackOffer(tx, { offer: pair.offer }))
    assert.deepEqual(await house.read((db) => openOffers(db, pair.id)), [])
    assert.equal(
      await refusedWith(house.writeAs(pair.mentee.scope, (tx) => takeOffer(tx, { offer: pair.offer, nth: 1 }))),
      'meetings.offerOver',
    )
  }
})

test('What was taken meanwhile is a meeting, and is not taken back as an offer.', async () => {
  const { offer, mentor, mentee } = await givenOffer(house)
  await house.writeAs(mentee.scope, (tx) => takeOffer(tx, { offer, nth: 1 }))
  assert.equal(await refusedWith(house.writeAs(mentor.scope, (tx) => takeBackOffer(tx, { offer }))), 'meetings.offerTaken')
})
