import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closePeriod } from '#hours/close-period'
import { standing } from '#hours/hours.testing'
import { findEntry } from '#hours/reads'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { onServer } from '#testing/server'
import { afghani, day, dollars, givenFunded, newId, rate } from './funding.testing.ts'
import { findReceipt, findTranche } from './reads.ts'
import { takeReceipt } from './take-receipt.ts'

const house = await testHouse()
const receiptsIn = (bank: string) => house.read((db) => db.selectFrom('receipts').selectAll().where('bank', '=', bank).execute())

test('A tranche in dollars comes in at the rate of its day, and is the funder’s cash in afghani.', async () => {
  const given = await givenFunded(house)
  await given.pledged()
  const tranche = await given.planned(await given.signed())
  const id = await given.received({ tranche })
  assert.deepEqual(await standing(house, given), {
    ...{ 'cash nordlys': '283600', 'from nordlys': '-283600', planned: '-32400', pool: '32400' },
    ...{ 'pledged nordlys': '3000', 'pledged-from nordlys': '-3000' },
  })
  const receipt = await house.read((db) => findReceipt(db, id))
  assert.deepEqual(
    [receipt?.amount, receipt?.rate, receipt?.ledgerAmount, receipt?.reportAmount],
    [400_000n, '70.90', 28_360_000n, 400_000n],
  )
  assert.equal((await house.read((db) => findTranche(db, tranche)))?.received, 400_000n)
  const entry = await house.read((db) => findEntry(db, id))
  assert.equal(entry?.reason, '1 USD = 70.90 AFN (Da Afghanistan Bank)')
})

test('The same receipt sent twice is one; under its id another is refused.', async () => {
  const given = await givenFunded(house)
  const id = newId()
  await given.received({ id })
  await given.received({ id })
  assert.equal(await refusedWith(given.received({ id, ...dollars(4_001) })), 'hours.another')
  assert.equal((await receiptsIn(given.bank.id)).length, 1)
})

test('What has not been looked over is tried, and nothing of it is kept.', async () => {
  const given = await givenFunded(house)
  assert.equal(await refusedWith(given.received({ isLookedOver: false })), 'funding.look')
  assert.equal(await refusedWith(given.received({ isLookedOver: false, rate: null })), 'funding.rate')
  assert.deepEqual(await receiptsIn(given.bank.id), [])
  assert.equal((await standing(house, given))['cash nordlys'], undefined)
})

test('Money of a closed day goes to the next open one, with a reference to its own; its value date stays.', async () => {
  const given = await givenFunded(house)
  const through = day('2026-03-31')
  await house.writeAs(given.coordinator, (tx) => closePeriod(tx, { id: newId(), bank: given.bank.id, through }))
  const id = await given.received({ valueDate: day('2026-03-20') })
  const entry = await house.read((db) => findEntry(db, id))
  assert.deepEqual([String(entry?.day), entry?.reference], ['2026-04-01', 'SWIFT 881 (2026-03-20)'])
  assert.equal(String((await house.read((db) => findReceipt(db, id)))?.valueDate), '2026-03-20')
})

test('Each receipt has the next number of its bank, from two at once too.', async () => {
  const given = await givenFunded(house)
  await Promise.all(Array.from({ length: 8 }, () => given.received()))
  const numbers = (await receiptsIn(given.bank.id)).map(({ number }) => number).sort((a, b) => a - b)
  assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8])
})

test('2⁵³ + 1 comes through to the last digit; more than the books hold is refused.', async () => {
  const given = await givenFunded(house)
  const big = { funder: given.chamber.id, currency: 'AFN', minorDigits: 2, rate: null, rateSource: null }
  const id = await given.received({ ...big, amount: (2n ** 53n + 1n) * 100n })
  assert.equal((await house.read((db) => findReceipt(db, id)))?.ledgerAmount, 900_719_925_474_099_300n)
  const entry = await house.read((db) => findEntry(db, id))
  assert.ok(entry?.legs.some(({ amount }) => amount === 900_719_925_474_099_300n))
  assert.equal(await refusedWith(given.received({ ...big, amount: 2n * 10n ** 18n })), 'funding.tooLarge')
  assert.equal(await refusedWith(given.received({ amount: 10n ** 17n })), 'funding.tooLarge')
  for (let nth = 0; nth < 3; nth += 1) await given.received({ ...big, amount: 10n ** 18n })
  assert.equal(await refusedWith(given.received({ ...big, amount: 10n ** 18n })), 'funding.tooLarge')
})

test('A receipt says what is missing, or too much, by name.', async () => {
  const given = await givenFunded(house)
  const tranche = await given.planned(await given.signed(afghani(5_000)), afghani(5_000))
  const wrong = {
    'funding.rate': { rate: null },
    'funding.rateSource': { rateSource: null },
    'funding.ownCurrency': afghani(500),
    'funding.quantum': { ...afghani(500), amount: 50_050n, rate: null },
    'funding.reportRate': { currency: 'NOK' },
    'funding.future': { valueDate: day('2026-12-24') },
    'funding.clients': { funder: given.client.id },
    'funding.trancheCurrency': { tranche },
    Missing: { tranche: newId() },
  }
  for (const [reason, facts] of Object.entries(wrong)) assert.equal(await refusedWith(given.received(facts)), reason)
  assert.equal(await refusedWith(given.received({ amount: 0n })), 'funding.quantum')
})

test('Krone for a funder who reads dollars keep three amounts and both rates.', async () => {
  const given = await givenFunded(house)
  const id = await given.received({ currency: 'NOK', amount: 4_000_000n, rate: rate('6.95'), reportRate: rate('0.0981') })
  const receipt = await house.read((db) => findReceipt(db, id))
  assert.deepEqual([receipt?.ledgerAmount, receipt?.reportAmount, receipt?.reportRate], [27_800_000n, 392_400n, '0.0981'])
})

test('Who coordinates another programme, or draws from the bank, takes in nothing.', async () => {
  const [given, other] = [await givenFunded(house), await givenFunded(house)]
  const asked = {
    ...{ id: newId(), funder: given.donor.id, tranche: null, ...afghani(5), rate: null, rateSource: null, reportRate: rate('0.014') },
  }
  const more = { ...asked, valueDate: day('2026-02-03'), payer: 'N', reference: 'R', isLookedOver: true }
  assert.equal(await refusedWith(house.writeAs(other.coordinator, (tx) => takeReceipt(tx, more))), 'Missing')
})

test('The database takes no receipt without its entry, nor of another amount, and lets none be changed.', async () => {
  const given = await givenFunded(house)
  const id = await given.received()
  const [kept] = await receiptsIn(given.bank.id)
  assert.ok(kept)
  const { id: _id, ...row } = kept
  const add = (facts: object) =>
    house.writeAs(given.coordinator, (tx) =>
      tx
        .insertInto('receipts')
        .values({ ...row, id: newId(), number: 2, ...facts })
        .execute(),
    )
  await assert.rejects(add({}), /not what the entry moved/)
  await assert.rejects(add({ id, ledgerAmount: 1n }), /not what the entry moved/)
  await assert.rejects(add({ funder: given.chamber.id, id }), /not what the entry moved/)
  const asOwner = onServer((client) => client.query('update receipts set amount = 1'), house.databaseName)
  await assert.rejects(asOwner, /only|append|change/)
})
