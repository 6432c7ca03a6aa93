import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refusedWith } from '#programmes/programmes.testing'
import { testHouse } from '#testing/house'
import { deposit } from './deposit.ts'
import { tidyLegs } from './entry.ts'
import { funderFigures } from './figures.ts'
import { afghani, day, fund, type GivenBank, givenBank, givenHolder, refused, reserved, standing } from './hours.testing.ts'
import { accountIn } from './ledger.testing.ts'
import { returnMoney } from './pay-coach.ts'
import { reverse } from './reverse.ts'
import { spend } from './spend.ts'
import { usualTerms } from './terms.ts'
import { type Waive, waive } from './waive.ts'
import { post } from './writes.ts'

const house = await testHouse()
const { newId } = realHands
const on = day('2026-11-20')

/** Nobody here may owe anything: a client books what is paid for. */
async function givenPoor() {
  const given = await givenBank(house, { terms: { ...usualTerms(100n), dueMax: 0n } })
  await fund(house, given, { donor: 50_000, chamber: 50_000 })
  return { given, holder: (await givenHolder(house, given)).holder }
}
const waived = (given: GivenBank, holder: string, amount: number, facts: Partial<Waive> = {}) => {
  const asked = {
    id: newId(),
    bank: given.bank.id,
    holder,
    funder: given.chamber.id,
    amount: afghani(amount),
    day: on,
    reference: 'Paper 7',
  }
  return house.writeAs(given.coordinator, (tx) => waive(tx, { ...asked, ...facts }))
}
const paidBack = (given: GivenBank, holder: string, amount: number) =>
  house.writeAs(given.coordinator, (tx) =>
    returnMoney(tx, {
      id: newId(),
      bank: given.bank.id,
      funder: given.client.id,
      holder,
      amount: afghani(amount),
      day: on,
      reference: 'slip',
    }),
  )

test('In hardship another named source pays the client’s part, on paper: what could not be booked is booked (7.7.3).', async () => {
  const { given, holder } = await givenPoor()
  await assert.rejects(reserved(house, given, holder), refused('hours.short', { who: 'Client', left: '0', asked: '120' }))
  await waived(given, holder, 600)
  const { id } = await reserved(house, given, holder)
  await house.writeAs(given.coordinator, (tx) => spend(tx, { id: newId(), reservation: id, minutes: 60, day: on, coach: newId() }))
  const now = await standing(house, given)
  assert.deepEqual([now['cash chamber'], now['cash client'], now['spent client'], now['spent chamber']], ['49160', '480', '120', '240'])

  const year = { from: day('2026-01-01'), to: day('2026-12-31') }
  const figures = await house.read((db) => funderFigures(db, given.bank.id, year))
  for (const { opening, received, returned, bridged, waived: moved, spent, corrected, closing } of figures) {
    assert.equal(opening + received - returned + bridged + moved - spent + corrected, closing, 'every statement adds up')
  }
  assert.deepEqual(
    figures.map((one) => one.waived),
    [0n, afghani(-600), afghani(600), 0n],
  )
})

test('What is left of it goes back to who paid it, never to the client; and no more than was paid.', async () => {
  const { given, holder } = await givenPoor()
  await waived(given, holder, 600)
  const asked = { id: newId(), bank: given.bank.id, funder: given.client.id, holder, amount: afghani(200), day: on, reference: 'step' }
  await house.writeAs(given.coordinator, (tx) => deposit(tx, asked))
  await assert.rejects(paidBack(given, holder, 201), refused('hours.short', { who: 'Client', left: '200' }))
  await assert.rejects(waived(given, holder, -601), refused('hours.short', { left: '600', asked: '601' }))
  assert.equal(await refusedWith(waived(given, holder, -100, { funder: given.donor.id })), 'hours.short')
  await waived(given, holder, -600)
  await paidBack(given, holder, 200)
  assert.equal((await standing(house, given))['cash client'], undefined)
})

test('The same waiver twice is one; nothing, from the clients or for a stranger it is refused; a reversed one is gone.', async () => {
  const { given, holder } = await givenPoor()
  const id = newId()
  await waived(given, holder, 600, { id })
  await waived(given, holder, 600, { id })
  assert.equal((await standing(house, given))['cash client'], '600')
  assert.equal(await refusedWith(waived(given, holder, 0)), 'hours.nothing')
  assert.equal(await refusedWith(waived(given, holder, 600, { funder: given.client.id })), 'Missing')
  assert.equal(await refusedWith(waived(given, newId(), 600)), 'Missing')
  await assert.rejects(waived(given, holder, 60_000), refused('hours.short', { who: 'Chamber' }))
  await house.writeAs(given.coordinator, (tx) => reverse(tx, { id: newId(), entry: id, day: on, reason: 'wrong client' }))
  assert.equal(await refusedWith(waived(given, holder, -1)), 'hours.short')
})

test('The database gives nobody back what another paid.', async () => {
  const { given, holder } = await givenPoor()
  await waived(given, holder, 600)
  const of = (funder: string, kind: 'cash' | 'from') => accountIn(house, given, { kind, funder })
  const [own, outside] = [await accountIn(house, given, { kind: 'cash', holder }), await of(given.chamber.id, 'from')]
  const direct = (kind: 'return' | 'waive', to: string) =>
    house.writeAs(given.coordinator, (tx) => {
      const legs = tidyLegs([
        { account: own, amount: -100n },
        { account: to, amount: 100n },
      ])
      return post(tx, { id: tx.newId(), bank: given.bank.id, kind, holder, day: on, asked: {}, legs })
    })
  const broken = (error: unknown) => (error as { constraint?: string }).constraint === 'entries_waived'
  await assert.rejects(direct('return', outside), broken)
  await assert.rejects(direct('waive', await of(given.donor.id, 'cash')), broken)
  await assert.rejects(direct('waive', outside), broken)
  await direct('waive', await of(given.chamber.id, 'cash'))
})
