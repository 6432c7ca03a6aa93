import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { deposit, giveInKind, pledge } from './deposit.ts'
import { afghani, day, givenBank, givenHolder, refused, standing } from './hours.testing.ts'

const house = await testHouse()
const { newId } = realHands

test('What is received can be spent, and the pledge goes down by what was paid, in its own currency.', async () => {
  const given = await givenBank(house)
  const { bank, donor, coordinator } = given
  const usd = { id: newId(), bank: bank.id, funder: donor.id, currency: 'USD', amount: 700_000n, day: day('2026-03-01'), reference: 'MoU' }
  await house.writeAs(coordinator, (tx) => pledge(tx, usd))
  const paid = { currency: 'USD', amount: 400_000n }
  const receipt = { id: newId(), bank: bank.id, funder: donor.id, amount: afghani(283_600), day: day('2026-05-17'), reference: 'T1', paid }
  await house.writeAs(coordinator, (tx) => deposit(tx, receipt))
  await house.writeAs(coordinator, (tx) => deposit(tx, receipt))
  const stands = await standing(house, given)
  assert.deepEqual([stands['cash nordlys'], stands['from nordlys'], stands['pledged nordlys']], ['283600', '-283600', '3000'])
  await assert.rejects(
    house.writeAs(coordinator, (tx) => deposit(tx, { ...receipt, amount: 1n })),
    refused('hours.another'),
  )
})

test('Nothing, or less, is no receipt; a client’s payment says whose it is.', async () => {
  const { bank, donor, client, coordinator } = await givenBank(house)
  const receipt = { bank: bank.id, day: day('2026-05-17'), reference: 'T1' }
  const take = (facts: { funder: string; amount: bigint; holder?: string }) =>
    house.writeAs(coordinator, (tx) => deposit(tx, { ...receipt, id: newId(), ...facts }))
  for (const amount of [0n, -1n]) await assert.rejects(take({ funder: donor.id, amount }), refused('hours.nothing'))
  await assert.rejects(take({ funder: client.id, amount: 600n }), refused('hours.whoPaid'))
  await assert.rejects(take({ funder: donor.id, amount: 600n, holder: newId() }), refused('hours.whoPaid'))
})

test('A client’s payment is theirs alone.', async () => {
  const given = await givenBank(house)
  const [mine, other] = [await givenHolder(house, given), await givenHolder(house, given)]
  const { bank, client, coordinator } = given
  const payment = {
    id: newId(),
    bank: bank.id,
    funder: client.id,
    holder: mine.holder,
    amount: afghani(600),
    day: day('2026-05-17'),
    reference: 'R-1',
  }
  await house.writeAs(coordinator, (tx) => deposit(tx, payment))
  const seen = await house.database.read(other.drawer.scope, (db) =>
    db.selectFrom('accounts').select('holder').where('kind', '=', 'cash').execute(),
  )
  assert.ok(seen.every(({ holder }) => holder !== mine.holder))
})

test('What is given in kind stands in a column of its own, and pays for nothing.', async () => {
  const given = await givenBank(house)
  const { bank, chamber, coordinator } = given
  const rooms = { id: newId(), bank: bank.id, funder: chamber.id, amount: afghani(64_800), day: day('2026-05-20'), reference: 'Rooms' }
  await house.writeAs(coordinator, (tx) => giveInKind(tx, rooms))
  const stands = await standing(house, given)
  assert.deepEqual([stands['in-kind chamber'], stands['cash chamber']], ['64800', undefined])
})

test('Two to the power of 53 and one more is kept to the last unit.', async () => {
  const { bank, donor, coordinator } = await givenBank(house)
  const amount = 2n ** 53n + 1n
  const receipt = { id: newId(), bank: bank.id, funder: donor.id, amount, day: day('2026-05-17'), reference: 'Large' }
  await house.writeAs(coordinator, (tx) => deposit(tx, receipt))
  const accounts = await house.read((db) =>
    db.selectFrom('accounts').select('balance').where('funder', '=', donor.id).where('kind', '=', 'cash').execute(),
  )
  assert.deepEqual(accounts, [{ balance: amount }])
})
