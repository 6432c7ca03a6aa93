import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept } from '#partnerships/accept'
import { left } from '#partnerships/leaving.testing'
import { givenSide, proposed } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { booked, givenCoaching, soon } from './coaching.testing.ts'
import { followCoach } from './follow-coach.ts'

const house = await testHouse()

test('After a rematch the new coach books for the client, and the old one no longer.', async () => {
  const given = await givenCoaching(house)
  const heed = async () => {
    for (const news of await house.news('partnership.agreed', 'partnership.ended')) await house.write((tx) => followCoach(tx, news))
  }
  await left(house, given.partnership, given.owner.scope)
  await heed()
  await assert.rejects(booked(house, given), { name: 'Missing' })
  const coach = await givenSide(house, given.programme, 'mentor')
  const partnership = await proposed(house, given.programme, coach, given.owner)
  for (const { scope } of [coach, given.owner]) await house.writeAs(scope, (tx) => accept(tx, { partnership, side: null }))
  await heed()
  await booked(house, { ...given, coach }, { startsAt: soon.add({ hours: 2 }) })
  await assert.rejects(booked(house, given), { name: 'Missing' })
})
