import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standing } from '#hours/hours.testing'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { promisedIn } from './figures.ts'
import { afghani, day, dollars, givenFunded, newId } from './funding.testing.ts'
import { pledgeMoney } from './pledge-money.ts'
import { pledgesOf } from './reads.ts'

const house = await testHouse()

test('A pledge is noted in its own currency, and nothing of it can be reserved.', async () => {
  const given = await givenFunded(house)
  await given.pledged()
  await given.pledged({ currency: 'NOK', minorDigits: 2, amount: 5_000_000n })
  const now = await standing(house, given)
  assert.equal(now['cash nordlys'], undefined)
  const sums = await house.read((db) => promisedIn(db, given.bank.id, []))
  assert.deepEqual(
    sums.map(({ kind, currency, amount }) => [kind, currency, amount]),
    [
      ['pledged', 'NOK', 5_000_000n],
      ['pledged', 'USD', 700_000n],
    ],
  )
})

test('The same pledge twice is one; from the clients, of a day to come or unseen it is refused.', async () => {
  const given = await givenFunded(house)
  const asked = {
    id: newId(),
    funder: given.donor.id,
    ...dollars(7_000),
    saidOn: day('2026-01-10'),
    reference: 'Letter 7',
    isLookedOver: true,
  }
  const say = (facts: object) => house.writeAs(given.coordinator, (tx) => pledgeMoney(tx, { ...asked, ...facts }))
  await say({})
  await say({})
  assert.equal(await refusedWith(say(afghani(1))), 'hours.another')
  assert.equal(await refusedWith(say({ id: newId(), funder: given.client.id })), 'funding.clients')
  assert.equal(await refusedWith(say({ id: newId(), saidOn: day('2026-12-01') })), 'funding.future')
  assert.equal(await refusedWith(say({ id: newId(), isLookedOver: false })), 'funding.look')
  assert.equal((await house.read((db) => pledgesOf(db, { bank: given.bank.id, limit: 9 }))).length, 1)
})
