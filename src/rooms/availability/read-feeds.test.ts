import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { realHands } from '#ground/chance'
import { houseScope, type Tx } from '#ground/db'
import type { FetchOptions } from '#ground/fetch-feed'
import type { GivenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { dropFeed } from './drop-feed.ts'
import { feedOf } from './feed-reads.ts'
import { insertFeed } from './feed-writes.ts'
import { freeTimesOf } from './free-times.ts'
import { givenInKabul } from './own.testing.ts'
import { readBusy } from './read-busy.ts'
import { readFeedAgain } from './read-feed-again.ts'
import { readFeeds } from './read-feeds.ts'

const house = await testHouse()
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n')
const calendar = (...events: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n')
const morning = event(
  'DTSTART;TZID=Asia/Kabul:20261123T090000',
  'DTEND;TZID=Asia/Kabul:20261123T130000',
  'RRULE:FREQ=DAILY',
  'SUMMARY:Chemotherapy',
)

let answer: { status: number; text: string } = { status: 200, text: calendar(morning) }
let asked = 0
let whileAsked = async () => {}
const server = createServer(async (request, response) => {
  asked += 1
  await whileAsked()
  if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
  else response.writeHead(answer.status, { etag: '"1"' }).end(answer.text)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
after(() => new Promise<void>((resolve) => server.close(() => resolve())))
const { port } = server.address() as AddressInfo
const ours: FetchOptions = { allowHttp: true, isAllowed: (address) => address === '127.0.0.1', wholeMs: 2_000 }

const sweep = (options = ours) => readFeeds(options).run((work) => house.database.write(houseScope, work))
const later = (hours: number) =>
  house.setNow(
    house
      .now()
      .add({ minutes: hours * 60 })
      .toString(),
  )
/** Somebody whose calendar is the only one that is read. */
async function givenFeed(): Promise<GivenPerson> {
  await house.write((tx) => tx.updateTable('busyFeeds').set({ removedAt: tx.now, address: '' }).where('removedAt', 'is', null).execute())
  const person = await givenInKabul(house)
  await house.write((tx: Tx) => insertFeed(tx, realHands.newId(), person.id, `http://127.0.0.1:${port}/private-c0ffee/basic.ics`))
  return person
}
const feed = async ({ id, scope }: GivenPerson) => (await house.database.read(scope, (db) => feedOf(db, id))) ?? assert.fail('no feed')
const busy = ({ id }: GivenPerson) =>
  house.read((db) => db.selectFrom('busyTimes').selectAll().where('person', '=', id).orderBy('fromAt').execute())
const firstFree = async ({ id, scope }: GivenPerson) => {
  const within = { from: house.now(), until: house.now().add({ hours: 48 }), minutes: 60, max: 1 }
  return (await house.database.read(scope, (db) => freeTimesOf(db, [id], within))).times[0]?.at.toString()
}

test('A calendar is read for busy times and nothing else; they are offered to nobody; unchanged, it is not read again for a day.', async () => {
  const person = await givenFeed()
  assert.equal(await firstFree(person), '2026-11-23T08:30:00Z')
  await sweep()
  const times = await busy(person)
  assert.equal(times.length, 91)
  assert.doesNotMatch(JSON.stringify(times), /Chemo/)
  assert.equal(times[0]?.untilAt.toString(), '2026-11-23T08:30:00Z')
  assert.deepEqual([(await feed(person)).outcome, (await feed(person)).readAt?.toString()], ['read', house.now().toString()])
  later(14)
  // At half past two at night in Kabul: free from one in the afternoon on.
  assert.equal(await firstFree(person), '2026-11-24T08:30:00Z')
  const before = asked
  await sweep()
  await sweep()
  assert.equal(asked, before + 1)
  assert.equal((await busy(person)).length, 91, 'unchanged')
  later(24)
  await sweep()
  assert.equal((await busy(person))[0]?.fromAt.toString(), '2026-11-25T04:30:00Z')
})

test('What cannot be read is told by name; thrice in a row, it waits a day; ten days on, it is given up until the person asks.', async () => {
  const person = await givenFeed()
  await sweep()
  const times = (await busy(person)).length
  answer = { status: 404, text: '' }
  await house.write((tx) => tx.updateTable('busyFeeds').set({ etag: null }).where('person', '=', person.id).execute())
  for (let nth = 0; nth < 3; nth += 1) {
    later(0.5)
    await sweep()
  }
  const failing = await feed(person)
  assert.deepEqual([failing.outcome, failing.stoppedAt, (await busy(person)).length], ['feeds.notFound', null, times])
  const before = asked
  later(12)
  await sweep()
  assert.equal(asked, before)
  for (let nth = 0; nth < 10; nth += 1) {
    later(24)
    await sweep()
  }
  const given = await feed(person)
  assert.ok(given.stoppedAt)
  const told = asked
  later(48)
  await sweep()
  assert.equal(asked, told)
  answer = { status: 200, text: calendar(morning) }
  await house.writeAs(person.scope, (tx) => readFeedAgain(tx))
  await sweep()
  assert.deepEqual([(await feed(person)).outcome, (await feed(person)).stoppedAt], ['read', null])
})

test('A calendar removed while it is being read leaves nothing behind.', async () => {
  const person = await givenFeed()
  whileAsked = () => house.writeAs(person.scope, (tx) => dropFeed(tx))
  await sweep()
  whileAsked = async () => {}
  assert.deepEqual(await busy(person), [])
})

test('Two sweeps at once read each calendar once; the house itself reads no address of a network inside.', async () => {
  const person = await givenFeed()
  const before = asked
  await Promise.all([sweep(), sweep()])
  assert.equal(asked, before + 1)
  later(1)
  await sweep({ allowHttp: true })
  assert.equal((await feed(person)).outcome, 'feeds.internal')
  later(1)
  await sweep({})
  assert.equal((await feed(person)).outcome, 'feeds.address')
})

test('A rule that never comes, for which a reader would look for ever, ends with its thread.', async () => {
  const text = calendar(event('DTSTART:20261123T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'))
  const within = { from: house.now().epochMilliseconds, until: house.now().add({ hours: 24 }).epochMilliseconds }
  const begun = performance.now()
  await assert.rejects(readBusy({ text, zone: 'UTC', within }, 500), /refused: feeds\.tooMany/)
  assert.ok(performance.now() - begun < 3_000)
})
