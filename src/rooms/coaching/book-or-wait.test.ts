import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import type { Scope } from '#ground/db'
import { refused, standing } from '#hours/hours.testing'
import { reserve } from '#hours/reserve'
import { type Terms, usualTerms } from '#hours/terms'
import { testHouse } from '#testing/house'
import { bookOrWait } from './book-or-wait.ts'
import { booked, givenClient, givenFundedBank, meetingAt, soon } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'

const house = await testHouse()

test('Only who ticked that they would wait waits.', async () => {
  const given = await givenFundedBank(house, {}, { donor: 100, chamber: 5_000, budget: 0 })
  const { business, owner } = await givenClient(house, given.programme)
  const asked = { id: realHands.newId(), business, startsAt: soon, zone: 'Asia/Kabul', minutes: 60, mode: 'phone', place: 'none' } as const
  const book = (wait: boolean) =>
    house.writeAs(owner.scope, (tx) => bookOrWait(tx, { ...asked, escorted: false, wait, covers: false, missing: '' }))
  await assert.rejects(book(false), refused('hours.short', { who: 'Nordlys' }))
  await book(true)
  assert.equal(stateOf(await meetingAt(house, asked.id), house.now()), 'awaitingFunds')
})

const funded = async (terms: Partial<Terms>) => {
  const given = await givenFundedBank(
    house,
    { terms: { ...usualTerms(100n), dueMax: 50_000n, ...terms } },
    { donor: 500, chamber: 5_000, budget: 0 },
  )
  const client = await givenClient(house, given.programme)
  const asked = {
    business: client.business,
    startsAt: soon,
    zone: 'Asia/Kabul',
    minutes: 60,
    mode: 'phone',
    place: 'none',
    escorted: false,
  } as const
  const book = (as: Scope, missing: string) =>
    house.writeAs(as, (tx) => bookOrWait(tx, { ...asked, id: realHands.newId(), wait: false, covers: true, missing }))
  return { given, client, book }
}

test('Where the bank allows it, an owner pays the 340 that the donor is short of, once they have seen the price (7.7.1).', async () => {
  const { given, client, book } = await funded({ clientMayCover: true })
  await assert.rejects(booked(house, client), refused('hours.short', { who: 'Nordlys', left: '500', asked: '840', missing: '340' }))
  await assert.rejects(book(client.coach.scope, '340'), refused('coaching.ownersCover'))
  await assert.rejects(book(given.coordinator, '340'), refused('coaching.ownersCover'))
  // Who agreed to less than is missing now has not seen this price.
  await assert.rejects(book(client.owner.scope, '339'), refused('hours.short', { missing: '340' }))
  const { meeting } = await book(client.owner.scope, '۳۴۰')
  const held = await standing(house, given)
  assert.deepEqual([held['reserved nordlys'], held['reserved chamber'], held['reserved client']], ['500', '240', '460'])
  assert.equal(stateOf(await meetingAt(house, meeting), house.now()), 'booked')
})

test('Where the bank does not, nobody pays more than their part.', async () => {
  const { client, book } = await funded({ clientMayCover: false })
  await assert.rejects(book(client.owner.scope, '340'), refused('hours.short', { who: 'Nordlys' }))
})

test('The database lets no client pay more without their own consent.', async () => {
  const { given, client } = await funded({ clientMayCover: true })
  const { bank } = given
  const { business: holder } = client
  const asked = { bank: bank.id, holder, minutes: 60, day: Temporal.PlainDate.from('2026-11-25'), clientCovers: 34_000n }
  const broken = (error: unknown) => (error as { constraint?: string }).constraint === 'entries_top_up'
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => reserve(tx, { ...asked, id: tx.newId(), cause: `coaching:${tx.newId()}` })),
    broken,
  )
})
