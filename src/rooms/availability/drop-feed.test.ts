import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { addFeed } from './add-feed.ts'
import { dropFeed } from './drop-feed.ts'
import { feedOf } from './feed-reads.ts'
import { keepBusyTimes } from './feed-writes.ts'
import { givenInKabul } from './own.testing.ts'

const house = await testHouse()

test('A calendar dropped is forgotten with all that was read of it, once.', async () => {
  const { id: person, scope } = await givenInKabul(house)
  const id = realHands.newId()
  await house.writeAs(scope, (tx) => addFeed(tx, { id, address: 'https://calendar.example.org/c0ffee.ics' }))
  await house.write((tx) => keepBusyTimes(tx, { id, person }, [{ from: 0, until: 1_000 }]))
  await house.writeAs(scope, (tx) => dropFeed(tx))
  await house.writeAs(scope, (tx) => dropFeed(tx))
  assert.equal(await house.database.read(scope, (db) => feedOf(db, person)), undefined)
  const left = await house.read(async (db) => [
    await db.selectFrom('busyFeeds').selectAll().execute(),
    await db.selectFrom('busyTimes').selectAll().execute(),
  ])
  assert.doesNotMatch(JSON.stringify(left), /c0ffee/)
  assert.deepEqual(left[1], [])
  assert.equal((await house.news('busy-feed.removed')).length, 1)
})
