import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { addFeed } from './add-feed.ts'
import { feedOf } from './feed-reads.ts'
import { givenInKabul, named } from './own.testing.ts'

const house = await testHouse()
const secret = 'webcal://calendar.example.org/private-c0ffee/basic.ics'

test('One calendar a person: a new one takes the place of the old, whose address is forgotten; the same form twice changes nothing.', async () => {
  const { id: person, scope } = await givenInKabul(house)
  const add = (id: string, address = secret) => house.writeAs(scope, (tx) => addFeed(tx, { id, address }))
  const [first, second] = [realHands.newId(), realHands.newId()]
  await add(first, 'https://other.example.org/a.ics')
  await add(second)
  await add(first, 'https://other.example.org/a.ics')
  await add(second)
  const feed = await house.database.read(scope, (db) => feedOf(db, person))
  assert.deepEqual([feed?.id, feed?.host, feed?.readAt], [second, 'calendar.example.org', null])
  const rows = await house.read((db) =>
    db.selectFrom('busyFeeds').select(['id', 'address']).where('person', '=', person).orderBy('address').execute(),
  )
  assert.deepEqual(rows, [
    { id: first, address: '' },
    { id: second, address: 'https://calendar.example.org/private-c0ffee/basic.ics' },
  ])
  assert.equal((await house.news('busy-feed.added')).length, 2)
})

test('The address is in no news, and nobody else reads it, not who keeps the organisation either.', async () => {
  const [one, other] = [await givenInKabul(house), await givenInKabul(house)]
  await house.writeAs(one.scope, (tx) => addFeed(tx, { id: realHands.newId(), address: secret }))
  assert.doesNotMatch(inspect(await house.news(), { depth: 9 }), /c0ffee/)
  for (const scope of [other.scope, { ...other.scope, organisations: [one.organisation] }]) {
    assert.deepEqual(await house.database.read(scope, (db) => db.selectFrom('busyFeeds').selectAll().execute()), [])
    assert.deepEqual(await house.database.read(scope, (db) => db.selectFrom('busyTimes').selectAll().execute()), [])
  }
})

test('An address that is none, or is not safe to read, is refused, and what was there stays.', async () => {
  const { id: person, scope } = await givenInKabul(house)
  await house.writeAs(scope, (tx) => addFeed(tx, { id: realHands.newId(), address: secret }))
  for (const address of [
    'http://calendar.example.org/a.ics',
    'calendar',
    'https://a:b@example.org/',
    `https://example.org/${'x'.repeat(2_000)}`,
  ]) {
    await assert.rejects(
      house.writeAs(scope, (tx) => addFeed(tx, { id: realHands.newId(), address })),
      named('feeds.address'),
    )
  }
  assert.equal((await house.database.read(scope, (db) => feedOf(db, person)))?.host, 'calendar.example.org')
})
