import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { fund, givenBank, refused, standing } from './hours.testing.ts'
import { latestEntries } from './journal-reads.ts'
import { termsOf } from './reads.ts'
import { adjustmentsOf } from './share-reads.ts'
import { usualTerms } from './terms.ts'
import { amountIn, changeTypedTariff, changeTypedTerms, proposeTypedAdjustment, reverseToday } from './typed.ts'

const house = await testHouse()
const { newId } = realHands

test('Typed money is read in the digits of the bank’s currency, and what is none is refused by name.', async () => {
  const given = await givenBank(house)
  const { bank, coordinator } = given
  assert.equal(amountIn(bank, '۱٬۲۵۰'), 125_000n)
  const tariff = { id: newId(), bank: bank.id, perHour: '1,250.505', fromDay: house.now().toZonedDateTimeISO('UTC').toPlainDate() }
  await assert.rejects(
    house.writeAs(coordinator, (tx) => changeTypedTariff(tx, tariff)),
    refused('hours.amount'),
  )
  const { dueMax: _due, twoPersonsOver: _over, dryRule, clientMayCover, ...numbers } = usualTerms(100n)
  const rest = { dueMax: null, twoPersonsOver: '30,000', dryRule, clientMayCover }
  const terms = { id: newId(), bank: bank.id, numbers: { ...numbers, confirmDays: 10 }, ...rest }
  await house.writeAs(coordinator, (tx) => changeTypedTerms(tx, terms))
  const kept = await house.read((db) => termsOf(db, bank.id))
  assert.deepEqual([kept.confirmDays, kept.dueMax, kept.twoPersonsOver], [10, null, 3_000_000n])
})

test('A receipt is reversed from its page, a correction proposed from its form; by who coordinates the programme alone.', async () => {
  const [given, other] = [await givenBank(house), await givenBank(house)]
  await fund(house, given, { donor: 500 })
  const [entry] = await house.read((db) => latestEntries(db, given.bank.id, { page: 1, limit: 1 }))
  const undo = { id: newId(), entry: entry?.id ?? '', reason: 'Wrong slip' }
  await assert.rejects(
    house.writeAs(other.coordinator, (tx) => reverseToday(tx, undo)),
    { name: 'Missing' },
  )
  const asked = { id: newId(), bank: given.bank.id, from: null, to: given.chamber.id, amount: '50', reason: 'Found in the till' }
  await assert.rejects(
    house.writeAs(other.coordinator, (tx) => proposeTypedAdjustment(tx, asked)),
    { name: 'Missing' },
  )
  await house.writeAs(given.coordinator, (tx) => reverseToday(tx, undo))
  await house.writeAs(given.coordinator, (tx) => proposeTypedAdjustment(tx, asked))
  assert.equal((await standing(house, given))['cash nordlys'], undefined)
  assert.equal((await house.read((db) => adjustmentsOf(db, given.bank.id, 5))).length, 1)
})
