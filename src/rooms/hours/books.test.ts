import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { openBooks, sameEntry } from './books.ts'
import { fund, givenBank, refused } from './hours.testing.ts'
import { latestEntries } from './journal-reads.ts'

const house = await testHouse()
const { newId } = realHands

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
  await house.read(async (db) => {
    const [entry] = await latestEntries(db, given.bank.id, { page: 1, limit: 1 })
    await assert.rejects(sameEntry(db, entry?.id ?? '', { minutes: 1 }), refused('hours.another'))
    assert.equal(await sameEntry(db, newId(), {}), undefined)
  })
})
