import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minorDigitsOf } from '#ground/amount'
import { realHands } from '#ground/chance'
import { boundedAccounts, coachFigures, deliveredIn, funderFigures, holderFigures, spentByMonth } from '#hours/figures'
import { afghani, day, fund, givenBank, givenHolder, reserved } from '#hours/hours.testing'
import { returnMoney } from '#hours/pay-coach'
import { entriesOf } from '#hours/reads'
import { reverse } from '#hours/reverse'
import { spend } from '#hours/spend'
import { usualTerms } from '#hours/terms'
import { testHouse } from '#testing/house'
import { hledgerJournal } from './hledger.ts'

const house = await testHouse()
const { newId } = realHands
const [given, coach] = [await givenBank(house, { terms: { ...usualTerms(100n), dueMax: null } }), newId()]
const bank = given.bank.id
await fund(house, given, { donor: 9_000, chamber: 9_000 })
const { holder } = await givenHolder(house, given)
const met = async (on: string, minutes: number) => {
  const { id } = await reserved(house, given, holder, { on: day(on), day: day(on), minutes: 60 })
  const entry = newId()
  await house.writeAs(given.coordinator, (tx) => spend(tx, { id: entry, reservation: id, minutes, day: day(on), coach }))
  return entry
}
await met('2026-03-30', 60)
await met('2026-04-02', 45)
const wrong = await met('2026-05-10', 60)
await house.writeAs(given.coordinator, (tx) => reverse(tx, { id: newId(), entry: wrong, day: day('2026-05-11'), reason: 'twice' }))
const back = { id: newId(), bank, funder: given.donor.id, amount: afghani(1_000), day: day('2026-06-30'), reference: 'End' }
await house.writeAs(given.coordinator, (tx) => returnMoney(tx, back))
const spring = { from: day('2026-04-01'), to: day('2026-06-30') }

test('A statement opens with what was there, and closes with what came, less what was spent and given back.', async () => {
  const [donor] = await house.read((db) => funderFigures(db, bank, spring))
  const whole = (amount?: bigint) => (amount ?? 0n) / 100n
  assert.deepEqual(
    [donor?.opening, donor?.received, donor?.spent, donor?.returned, donor?.closing, donor?.reserved].map(whole),
    [8_160n, 0n, 630n, 1_000n, 6_530n, 840n],
    'the reversed meeting is reserved again, and not spent',
  )
  const winter = await house.read((db) => funderFigures(db, bank, { from: day('2026-01-01'), to: day('2026-03-31') }))
  assert.deepEqual([whole(winter[0]?.received), whole(winter[0]?.closing)], [9_000n, 8_160n])
})

test('Hours, meetings and businesses are those that stand: what was reversed is not counted.', async () => {
  assert.deepEqual(await house.read((db) => deliveredIn(db, bank, spring)), { minutes: 45n, meetings: 1n, holders: 1n })
  assert.deepEqual(
    (await house.read((db) => spentByMonth(db, bank))).map(({ month, amount, meetings }) => [String(month), amount / 100n, meetings]),
    [
      ['2026-03-01', 1_200n, 1],
      ['2026-04-01', 900n, 1],
    ],
  )
})

test('Clients’ hours and debts, and what coaches are owed, come from the balances.', async () => {
  const [client] = await house.read((db) => holderFigures(db, bank, 10))
  assert.deepEqual([client?.used, client?.held, client?.owed], [105n, 60n, afghani(330)])
  assert.deepEqual(await house.read((db) => coachFigures(db, bank, 10)), [{ coach, payable: afghani(2_100), paid: 0n }])
})

/** A second reader of the plain-text journal, which knows nothing of the ledger: it adds up what stands on each line. */
function recomputed(text: string, account: string, days: { from: string; to: string }): number {
  let [on, sum] = ['', 0]
  for (const line of text.split('\n')) {
    const head = /^(\d{4}-\d{2}-\d{2}) \*/.exec(line)
    if (head) on = head[1] ?? ''
    const posting = /^ {4}(\S.*?) {2,}(-?[\d.]+) AFN$/.exec(line)
    if (posting?.[1]?.startsWith(account) && on >= days.from && on <= days.to) sum += Math.round(Number(posting[2]) * 100)
  }
  return sum
}

test('A funder’s statement equals what a second program finds in the exported plain-text journal.', async () => {
  const [figures, text] = await house.read(async (db) => {
    const books = {
      bank: given.bank,
      funders: [given.donor, given.chamber, given.client, given.budget],
      accounts: await boundedAccounts(db, bank),
    }
    const digitsOf = (unit: string) => minorDigitsOf(unit) ?? 2
    return [
      await funderFigures(db, bank, spring),
      hledgerJournal({ ...books, digitsOf }, await entriesOf(db, bank, { limit: 1_000 })),
    ] as const
  })
  const days = { from: '2026-04-01', to: '2026-06-30' }
  const before = { from: '0000', to: '2026-03-31' }
  for (const funder of [given.donor, given.chamber, given.client]) {
    const one = figures.find((figure) => figure.funder === funder.id) ?? assert.fail()
    const free = (span: typeof days) => recomputed(text, `cash:${funder.name}`, span) + recomputed(text, `reserved:${funder.name}`, span)
    assert.equal(Number(one.spent), recomputed(text, `spent:${funder.name}`, days), funder.name)
    assert.equal(Number(one.opening), free(before))
    assert.equal(Number(one.closing), free(before) + free(days))
  }
})
