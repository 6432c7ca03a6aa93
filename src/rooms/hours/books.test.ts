import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import type { Tx } from '#ground/db'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { isDone, openBooks } from './books.ts'
import { deposit } from './deposit.ts'
import { fund, givenBank, refused } from './hours.testing.ts'
import { latestEntries } from './journal-reads.ts'

const house = await testHouse()
const { newId } = realHands
const day = Temporal.PlainDate.from('2026-11-20')

test('Whoever holds a bank has it to themselves until they are done.', async () => {
  const { bank, coordinator } = await givenBank(house)
  const order: string[] = []
  const held = Promise.withResolvers<void>()
  const first = house.writeAs(coordinator, async (tx) => {
    await openBooks(tx, bank.id)
    held.resolve()
    await new Promise((resolve) => setTimeout(resolve, 100))
    order.push('first')
  })
  await held.promise
  await house.writeAs(coordinator, async (tx) => {
    await openBooks(tx, bank.id)
    order.push('second')
  })
  await first
  assert.deepEqual(order, ['first', 'second'])
})

test('An id that another deed has used is refused, not answered with its entry.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 1 })
  const [entry] = await house.read((db) => latestEntries(db, given.bank.id, { page: 1, limit: 1 }))
  await house.writeAs(given.coordinator, async (tx) => {
    const books = await openBooks(tx, given.bank.id, { id: entry?.id ?? '' })
    assert.throws(() => isDone(books, { minutes: 1 }), refused('hours.another'))
    assert.equal(isDone(await openBooks(tx, given.bank.id, { id: newId() }), {}), false)
  })
})

test('So is an id of a bank that the asker does not see.', async () => {
  const [given, other] = [await givenBank(house), await givenBank(house)]
  await fund(house, other, { donor: 1 })
  const [entry] = await house.read((db) => latestEntries(db, other.bank.id, { page: 1, limit: 1 }))
  const { bank, donor, coordinator } = given
  const asked = {
    id: entry?.id ?? '',
    bank: bank.id,
    funder: donor.id,
    amount: 100n,
    day: Temporal.PlainDate.from('2026-11-20'),
    reference: '',
  }
  await assert.rejects(
    house.writeAs(coordinator, (tx) => deposit(tx, asked)),
    refused('hours.another'),
  )
})

test('Those who wait for a bank have it in the order in which they came.', async () => {
  const given = await givenBank(house)
  const { bank, donor, coordinator } = given
  const [isHeld, isFree] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const receive = (reference: string, first: (tx: Tx) => Promise<unknown>) =>
    house.writeAs(coordinator, async (tx) => {
      await first(tx)
      await deposit(tx, { id: newId(), bank: bank.id, funder: donor.id, amount: 100n, day, reference })
    })
  const all = [
    receive('0', async (tx) => {
      await openBooks(tx, bank.id)
      isHeld.resolve()
      await isFree.promise
    }),
  ]
  await isHeld.promise
  for (let nth = 1; nth <= 7; nth += 1) {
    all.push(receive(String(nth), async () => {}))
    while ((await waiting()) < nth) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  isFree.resolve()
  await Promise.all(all)
  const entries = await house.read((db) => latestEntries(db, bank.id, { page: 1, limit: 8 }))
  assert.deepEqual(
    entries.map(({ reference }) => reference),
    ['7', '6', '5', '4', '3', '2', '1', '0'],
  )
})

/** How many connections of this house wait for a lock. */
const waiting = () =>
  onServer(async (client) => {
    const found = await client.query<{ count: number }>(
      `select count(distinct pid)::int as count from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = $1`,
      [house.databaseName],
    )
    return found.rows[0]?.count ?? 0
  })
