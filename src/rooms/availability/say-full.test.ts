import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { fullUntil } from './full-reads.ts'
import { day, givenInKabul, named } from './own.testing.ts'
import { sayFull } from './say-full.ts'

const house = await testHouse()

test('Who is full is so for a month, or up to the end of a day where they live; the last word counts.', async () => {
  const { id: person, scope, organisation } = await givenInKabul(house)
  const say = (until: string | null, id = realHands.newId()) =>
    house.writeAs(scope, (tx) => sayFull(tx, { id, until: until === null ? null : day(until) }))
  const full = async () => (await house.read((db) => fullUntil(db, [person]))).get(person)?.toString()
  assert.equal(await full(), undefined)
  const id = realHands.newId()
  await say(null, id)
  await say(null, id)
  assert.equal(await full(), '2026-12-23')
  house.setNow('2026-11-23T09:00:00Z')
  await say('2026-11-25')
  assert.equal(await full(), '2026-11-25')
  house.setNow('2026-11-25T19:29:00Z')
  assert.equal(await full(), '2026-11-25')
  house.setNow('2026-11-25T19:30:00Z')
  assert.equal(await full(), undefined)
  const news = (await house.news('fullness.said')).map(({ subject, facts, organisation: where }) => [subject, facts.until, where])
  assert.deepEqual(news, [
    [person, '2026-12-23', organisation],
    [person, '2026-11-25', organisation],
  ])
  await assert.rejects(say('2026-11-20'), named('availability.dayPast'))
  await assert.rejects(say('2028-11-20'), named('availability.fullLong'))
})

test('That somebody is full is known to who coordinates them, not to strangers.', async () => {
  const [one, stranger] = [await givenInKabul(house), await givenInKabul(house)]
  await house.writeAs(one.scope, (tx) => sayFull(tx, { id: realHands.newId(), until: null }))
  const asks = (organisations: string[]) => house.database.read({ ...stranger.scope, organisations }, (db) => fullUntil(db, [one.id]))
  assert.equal((await asks([])).size, 0)
  assert.equal((await asks([one.organisation])).size, 1)
})
