import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minorDigitsOf } from '#ground/amount'
import { realHands } from '#ground/chance'
import { giveInKind } from '#hours/deposit'
import { boundedAccounts, coachFigures, funderFigures, holderFigures, spentByMonth } from '#hours/figures'
import { afghani, day, fund, givenBank, givenHolder, reserved } from '#hours/hours.testing'
import { returnMoney } from '#hours/pay-coach'
import { entriesOf, fundersOf } from '#hours/reads'
import { reverse } from '#hours/reverse'
import { spend } from '#hours/spend'
import { standingOf } from '#hours/standing-reads'
import { usualTerms } from '#hours/terms'
import { testHouse } from '#testing/house'
import { hledgerJournal } from './hledger.ts'
import { statementsOf } from './statement.ts'
import { deliveredTo } from './statement-figures.ts'

const house = await testHouse()
const { newId } = realHands
const [given, coach] = [await givenBank(house, { terms: { ...usualTerms(100n), dueMax: null } }), newId()]
const bank = given.bank.id
await fund(house, given, { donor: 9_000, chamber: 9_000 })
const { holder } = await givenHolder(house, given)
const met = async (on: string, minutes: number, whose = holder) => {
  const { id } = await reserved(house, given, whose, { on: day(on), day: day(on), minutes: 60 })
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
const gift = { id: newId(), bank, funder: given.chamber.id, amount: afghani(500), day: day('2026-05-02'), reference: 'Room' }
await house.writeAs(given.coordinator, (tx) => giveInKind(tx, gift))
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
  const delivered = await house.read((db) => deliveredTo(db, bank, spring))
  const one = { minutes: 45n, meetings: 1n, businesses: 1n }
  const all = [null, given.donor.id, given.chamber.id, given.client.id]
  assert.deepEqual(new Map(delivered.map(({ funder, ...rest }) => [funder, rest])), new Map(all.map((funder) => [funder, one])))
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

/** A second reader of the plain-text journal, which knows nothing of the ledger: its transactions as they stand on the lines. */
function transactions(text: string) {
  return text.split('\n\n').flatMap((block) => {
    const [head = '', ...lines] = block.split('\n')
    const on = /^(\d{4}-\d{2}-\d{2}) \*/.exec(head)?.[1]
    const postings = lines.flatMap((line) => {
      const [, account = '', amount = '', unit = ''] = /^ {4}(\S.*?) {2,}(-?[\d.]+) (\w+)$/.exec(line) ?? []
      return account === '' ? [] : [{ account, amount: Math.round(Number(amount) * (unit === 'MIN' ? 1 : 100)) }]
    })
    return on === undefined ? [] : [{ on, postings }]
  })
}

type Span = { from: string; to: string }
const within = (text: string, { from, to }: Span) => transactions(text).filter(({ on }) => on >= from && on <= to)
const sumOf = (text: string, account: string, span: Span) =>
  within(text, span)
    .flatMap(({ postings }) => postings)
    .filter((posting) => posting.account.startsWith(account))
    .reduce((sum, { amount }) => sum + amount, 0)

/** Minutes, meetings and businesses, by what a transaction did to both the funder's money and a business's used minutes. */
function bought(text: string, funder: string, span: Span) {
  const moved = within(text, span).flatMap(({ postings }) => {
    const used = postings.find(({ account }) => account.startsWith('used:'))
    return used && postings.some(({ account }) => account.startsWith(`spent:${funder}`)) ? [used] : []
  })
  const net = new Map<string, number>()
  for (const { account, amount } of moved) net.set(account, (net.get(account) ?? 0) + amount)
  return {
    minutes: moved.reduce((sum, { amount }) => sum + amount, 0),
    meetings: moved.reduce((sum, { amount }) => sum + Math.sign(amount), 0),
    businesses: [...net.values()].filter((minutes) => minutes > 0).length,
  }
}

test('A funder’s statement equals what a second program finds in the exported plain-text journal.', async () => {
  const [{ rows }, text] = await house.read(async (db) => {
    const books = { bank: given.bank, funders: await fundersOf(db, bank), accounts: await boundedAccounts(db, bank) }
    const digitsOf = (unit: string) => minorDigitsOf(unit) ?? 2
    const journal = hledgerJournal({ ...books, digitsOf }, await entriesOf(db, bank, { limit: 1_000 }))
    return [await statementsOf(db, given.bank, { ...spring, name: '2026-2' }), journal] as const
  })
  const [days, before] = [
    { from: '2026-04-01', to: '2026-06-30' },
    { from: '0000', to: '2026-03-31' },
  ]
  for (const { who, ...one } of rows) {
    const free = (span: Span) => sumOf(text, `cash:${who.name}`, span) + sumOf(text, `reserved:${who.name}`, span)
    assert.deepEqual(
      [one.opening, one.closing, one.spent, one.received - one.returned, one.reserved, one.inKind].map(Number),
      [
        ...[free(before), free(before) + free(days), sumOf(text, `spent:${who.name}`, days), 0 - sumOf(text, `from:${who.name}`, days)],
        sumOf(text, `reserved:${who.name}`, { from: '0000', to: days.to }),
        sumOf(text, `in-kind:${who.name}`, days),
      ],
      who.name,
    )
    const { minutes, meetings, businesses } = bought(text, who.name, days)
    assert.deepEqual([one.minutes, one.meetings, one.businesses].map(Number), [minutes, meetings, businesses], who.name)
  }
})

test('A meeting that is reversed in a later quarter leaves the statement of its own as it was.', async () => {
  const summer = { from: day('2026-07-01'), to: day('2026-09-30') }
  const late = await met('2026-06-29', 60, (await givenHolder(house, given)).holder)
  const was = await house.read((db) => deliveredTo(db, bank, spring))
  await house.writeAs(given.coordinator, (tx) => reverse(tx, { id: newId(), entry: late, day: day('2026-07-02'), reason: 'late' }))
  assert.deepEqual(await house.read((db) => deliveredTo(db, bank, spring)), was)
  const [off] = (await house.read((db) => deliveredTo(db, bank, summer))).filter(({ funder }) => funder === null)
  assert.deepEqual([off?.minutes, off?.meetings, off?.businesses], [-60n, -1n, 0n])
})

test('How far the rest goes is what the money that is free pays, in hours of the funder’s share.', async () => {
  const { rows } = await house.read((db) => statementsOf(db, given.bank, { ...spring, name: '2026-2' }))
  const free = await house.read(async (db) =>
    (await standingOf(db, bank)).find((row) => row.kind === 'cash' && row.funder === given.donor.id),
  )
  const donor = rows.find(({ who }) => who.id === given.donor.id)
  assert.equal(donor?.ahead?.hundredths, ((free?.balance ?? 0n) * 100n + afghani(840) / 2n) / afghani(840))
})
