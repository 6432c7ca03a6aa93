import assert from 'node:assert/strict'
import { test } from 'node:test'
import { booked, givenClient, givenCoaching, logged } from '#coaching/coaching.testing'
import { reportAbsence } from '#coaching/end-coaching'
import { recordConfirmation } from '#coaching/record-confirmation'
import { takePayment } from '#funding/take-payment'
import { realHands } from '#ground/chance'
import { sayTo } from '#ground/words'
import { testHouse } from '#testing/house'
import { sayWatched } from './watch.page.tsx'
import { type Watched, watchOf } from './watch-figures.ts'

const house = await testHouse()
const { newId } = realHands
const say = sayTo({ language: 'en', calendar: 'gregory', zone: 'UTC' })

const given = await givenCoaching(house)
const [bakery, tailor, late] = [given, await givenClient(house, given.programme), await givenClient(house, given.programme)] as const
for (const { business } of [bakery, tailor]) {
  const money = { amount: 24_000n, currency: 'AFN', minorDigits: 2, valueDate: Temporal.PlainDate.from('2026-11-20') }
  const asked = { id: newId(), bank: given.bank.id, holder: business, ...money, payer: 'Somebody', reference: null, isLookedOver: true }
  await house.writeAs(given.coordinator, (tx) => takePayment(tx, asked))
}
for (const client of [bakery, tailor, late]) {
  for (const _of of [1, 2]) {
    const meeting = await logged(house, client)
    if (client === late) house.setNow('2026-12-05T06:00:00Z')
    const told = { id: newId(), meeting, says: 'yes', minutes: null, how: 'call', reference: '' } as const
    await house.writeAs(given.coordinator, (tx) => recordConfirmation(tx, told))
  }
}
house.setNow('2026-11-23T08:00:00Z')
const missed = await booked(house, bakery)
house.setNow('2026-11-25T06:00:00Z')
await house.writeAs(bakery.coach.scope, (tx) => reportAbsence(tx, { meeting: missed, side: 'client', reason: '' }))
const watched = async () => {
  const rows = await house.database.read(given.coordinator, (db) => watchOf(db, given.bank.id))
  return Object.fromEntries(rows.map((row) => [row.name, row]))
}

test('Each number is counted by its rule: seven booked, six held, four paid for before, two confirmed late, one not come to.', async () => {
  house.setNow('2026-12-20T08:00:00Z')
  const rows = await watched()
  const said = Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, sayWatched(say, row)]))
  assert.deepEqual(said, {
    redemption: 'fewer than 5',
    held: '86% of 7',
    'client-absent': '14% of 7',
    'coach-absent': '0% of 7',
    'in-time': '57% of 7',
    subsidy: '90% of 6',
    'top-coach': '36% of 6',
    days: 'none yet',
    'in-week': '67% of 6',
    mismatch: 'none yet',
  })
  assert.deepEqual([rows.redemption?.part, rows.redemption?.whole], [360n, 3_600n])
})

test('A meeting is late with its answer once 7 days are over, and not before.', async () => {
  house.setNow('2026-12-02T04:30:00Z')
  assert.equal((await watched())['in-week']?.whole, 0n)
  house.setNow('2026-12-02T04:30:01Z')
  assert.equal((await watched())['in-week']?.whole, 6n)
})

test('Of fewer than five nothing is told but that they are few.', () => {
  const one: Watched = { name: 'mismatch', part: 1n, whole: 4n, cases: 4n }
  assert.equal(sayWatched(say, one), 'fewer than 5')
  assert.equal(sayWatched(say, { ...one, whole: 5n, cases: 5n }), '20% of 5')
  assert.equal(sayWatched(say, { name: 'days', part: 12n, whole: 0n, cases: 5n }), '12 days')
})
