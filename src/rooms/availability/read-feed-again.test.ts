import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { addFeed } from './add-feed.ts'
import { claimFeeds } from './feed-writes.ts'
import { givenInKabul } from './own.testing.ts'
import { readFeedAgain } from './read-feed-again.ts'

const house = await testHouse()

test('A calendar asked for again is due at once; without one nothing is done.', async () => {
  const { scope } = await givenInKabul(house)
  await house.writeAs(scope, (tx) => readFeedAgain(tx))
  await house.writeAs(scope, (tx) => addFeed(tx, { id: realHands.newId(), address: 'https://calendar.example.org/c0ffee.ics' }))
  const due = () => house.write((tx) => claimFeeds(tx))
  assert.equal((await due()).length, 1)
  assert.equal((await due()).length, 0)
  await house.writeAs(scope, (tx) => readFeedAgain(tx))
  assert.equal((await due()).length, 1)
})
