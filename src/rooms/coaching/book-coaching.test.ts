import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { allot } from '#hours/allot'
import { fund, refused, standing } from '#hours/hours.testing'
import { usualTerms } from '#hours/terms'
import { testHouse } from '#testing/house'
import { awaitFunds, type BookCoaching, bookCoaching } from './book-coaching.ts'
import { booked, type GivenClient, givenClient, givenCoaching, givenFundedBank, meetingAt, soon } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { serveQueues } from './serve-queue.ts'

const house = await testHouse()
const { newId } = realHands

const asked = ({ business }: Pick<GivenClient, 'business'>, facts: Partial<BookCoaching> = {}): BookCoaching => ({
  ...{ id: newId(), business, startsAt: soon, zone: 'Asia/Kabul', minutes: 60, mode: 'phone', place: 'none', escorted: false },
  ...facts,
})

test('Coach, client or coordinator books; every funder’s part is reserved with the meeting, and the same booking twice is one.', async () => {
  const given = await givenCoaching(house)
  const first = asked(given)
  for (const scope of [given.coach.scope, given.coach.scope]) await house.writeAs(scope, (tx) => bookCoaching(tx, first))
  await house.writeAs(given.owner.scope, (tx) => bookCoaching(tx, asked(given, { startsAt: soon.add({ hours: 24 }), minutes: 30 })))
  await house.writeAs(given.coordinator, (tx) => bookCoaching(tx, asked(given, { startsAt: soon.add({ hours: 48 }), minutes: 30 })))
  const held = await standing(house, given)
  assert.deepEqual([held['reserved nordlys'], held['reserved chamber'], held['reserved client'], held.held], ['1680', '480', '240', '120'])
})

test('32 clients book the last hour at once: exactly one has it, and nothing of the others is kept.', async () => {
  const given = await givenFundedBank(house, {}, { donor: 840, chamber: 10_000, budget: 0 })
  const clients: GivenClient[] = []
  for (let nth = 0; nth < 32; nth += 1) clients.push(await givenClient(house, given.programme, { minutes: 60 }))
  const outcomes = await Promise.allSettled(
    clients.map((client) => house.writeAs(client.owner.scope, (tx) => bookCoaching(tx, asked(client)))),
  )
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') refused('hours.short', { who: 'Nordlys' })(outcome.reason)
  assert.equal((await standing(house, given))['reserved nordlys'], '840')
})

test('Whose money is short is said; who then waits keeps their place, and is served first when money comes (7.7.1).', async () => {
  const given = await givenFundedBank(house, {}, { donor: 500, chamber: 5_000, budget: 0 })
  const [first, second] = [await givenClient(house, given.programme), await givenClient(house, given.programme)]
  const [early, late] = [asked(first), asked(second)]
  await assert.rejects(
    house.writeAs(first.owner.scope, (tx) => bookCoaching(tx, early)),
    refused('hours.short', { who: 'Nordlys', left: '500', asked: '840' }),
  )
  await house.writeAs(first.owner.scope, (tx) => awaitFunds(tx, early))
  assert.equal(stateOf(await meetingAt(house, early.id), house.now()), 'awaitingFunds')
  assert.equal((await meetingAt(house, early.id)).waitsFor, 'Nordlys')

  // A shorter one that there is money for does not overtake.
  await assert.rejects(
    house.writeAs(second.owner.scope, (tx) => bookCoaching(tx, asked(second, { minutes: 30 }))),
    refused('coaching.queue', { count: 1 }),
  )
  house.setNow('2026-11-23T09:00:00Z')
  await house.writeAs(second.owner.scope, (tx) => awaitFunds(tx, late))
  await fund(house, given, { donor: 400 })
  await house.write(serveQueues)
  await house.write(serveQueues)
  const now = house.now()
  assert.deepEqual(
    [stateOf(await meetingAt(house, early.id), now), stateOf(await meetingAt(house, late.id), now)],
    ['booked', 'awaitingFunds'],
  )
  await fund(house, given, { donor: 900 })
  await house.write(serveQueues)
  assert.equal(stateOf(await meetingAt(house, late.id), now), 'booked')
})

test('For money of their own nobody waits: the client pays.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const given = await givenCoaching(house)
  await booked(house, given, { minutes: 120 })
  const more = asked(given, { minutes: 15, startsAt: soon.add({ hours: 1 }) })
  await assert.rejects(
    house.writeAs(given.owner.scope, (tx) => awaitFunds(tx, more)),
    refused('hours.short', { who: 'Client' }),
  )
})

test('Three hours a week of a client are the most, counted from Saturday; the next week begins anew (7.7.11).', async () => {
  const terms = { ...usualTerms(100n), dueMax: null }
  const given = await givenCoaching(house, { terms })
  await booked(house, given, { minutes: 120 })
  await booked(house, given, { minutes: 60, startsAt: soon.add({ hours: 24 }) })
  const more = asked(given, { minutes: 15, startsAt: soon.add({ hours: 48 }) })
  await assert.rejects(
    house.writeAs(given.coach.scope, (tx) => bookCoaching(tx, more)),
    refused('coaching.weekFull', { max: 3 }),
  )
  await house.writeAs(given.coach.scope, (tx) => bookCoaching(tx, { ...more, startsAt: soon.add({ hours: 72 }) }))
})

test('Without hours, without a coach, off the bank’s steps or for somebody else nothing is booked.', async () => {
  const [given, other] = [await givenCoaching(house), await givenCoaching(house)]
  const none = await givenClient(house, given.programme, { minutes: 0 })
  const book = (by: GivenClient, facts: BookCoaching) => house.writeAs(by.owner.scope, (tx) => bookCoaching(tx, facts))
  await assert.rejects(book(none, asked(none)), refused('coaching.noHours'))
  await assert.rejects(book(given, asked(given, { minutes: 50 })), refused('coaching.steps', { step: 15, least: 15 }))
  await assert.rejects(book(other, asked(given)), { name: 'Missing' })
  await assert.rejects(
    book(given, asked(given, { startsAt: soon.subtract({ hours: 24 * 40 }) })),
    refused('coaching.tooLate', { days: 31 }),
  )
  await house.writeAs(given.coordinator, (tx) =>
    allot(tx, { id: newId(), bank: given.bank.id, holder: given.business, minutes: -1170, day: Temporal.PlainDate.from('2026-11-23') }),
  )
  await assert.rejects(book(given, asked(given)), refused('hours.minutesShort', { left: 30, asked: 60 }))
})

test('One coach holds a fifth of the bank’s hours at the most, and may hold all of that fifth; two at once do not pass it (7.7.11).', async () => {
  const given = await givenFundedBank(house, { minutes: 600, terms: { ...usualTerms(100n), dueMax: null } })
  const first = await givenClient(house, given.programme, { minutes: 240 })
  const second = await givenClient(house, given.programme, { coach: first.coach, minutes: 240 })
  await booked(house, first, { minutes: 60 })
  const both = [asked(first, { minutes: 60, startsAt: soon.add({ hours: 24 }) }), asked(second, { minutes: 60 })]
  const outcomes = await Promise.allSettled(both.map((one) => house.writeAs(first.coach.scope, (tx) => bookCoaching(tx, one))))
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const lost = outcomes.find((outcome) => outcome.status === 'rejected')
  assert.ok(lost && refused('coaching.coachFull', { percent: 20 })(lost.reason))
  // Another coach has a fifth of their own.
  const other = await givenClient(house, given.programme, { minutes: 60 })
  await booked(house, other, { minutes: 60 })
})
