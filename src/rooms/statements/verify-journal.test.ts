import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { boundedAccounts } from '#hours/figures'
import { afghani, day, fund, givenBank, givenHolder, reserved } from '#hours/hours.testing'
import { headOf } from '#hours/journal-reads'
import { payCoach } from '#hours/pay-coach'
import { entriesOf, fundersOf } from '#hours/reads'
import { release } from '#hours/release'
import { reverse } from '#hours/reverse'
import { spend } from '#hours/spend'
import { testHouse } from '#testing/house'
import { entryLine, headLine } from './journal-file.ts'
import { verifyJournal } from './verify-journal.ts'

const house = await testHouse()
const { newId } = realHands
const [given, coach] = [await givenBank(house), newId()]
await fund(house, given, { donor: 9_000, chamber: 9_000, budget: 300 })
const { holder } = await givenHolder(house, given)
const as = <T>(work: Parameters<typeof house.writeAs<T>>[1]) => house.writeAs(given.coordinator, work)
const [first, second] = [await reserved(house, given, holder), await reserved(house, given, holder)]
const spending = { reservation: first.id, day: day('2026-06-20'), coach }
const spent = newId()
await as((tx) => spend(tx, { ...spending, id: spent, minutes: 60 }))
await as((tx) => reverse(tx, { id: newId(), entry: spent, day: day('2026-06-21'), reason: 'shorter' }))
await as((tx) => spend(tx, { ...spending, id: newId(), minutes: 45 }))
await as((tx) => release(tx, { id: newId(), reservation: second.id, day: day('2026-06-22'), reason: 'cancelled' }))
await as((tx) => payCoach(tx, { id: newId(), bank: given.bank.id, coach, amount: afghani(900), day: day('2026-07-15'), reference: 'B-1' }))

const lines = await house.read(async (db) => {
  const head = (await headOf(db, given.bank.id)) ?? assert.fail()
  const written = {
    bank: given.bank,
    funders: await fundersOf(db, given.bank.id),
    accounts: await boundedAccounts(db, given.bank.id),
    head,
  }
  return [headLine(written), ...(await entriesOf(db, given.bank.id, { limit: 1_000 })).map(entryLine)]
})
const at = (kind: string, nth = 0) =>
  lines.map((line, row) => [line, row] as const).filter(([line]) => line.includes(`"kind":"${kind}"`) && line.includes('"legs"'))[
    nth
  ]?.[1] ?? assert.fail()
const verdict = (changed: readonly string[], head: string | null = null) => verifyJournal(changed.join('\n'), head)
const broken = (changed: readonly string[], head: string | null = null) => {
  const said = verdict(changed, head)
  assert.ok(!said.isWhole)
  return `${said.at}: ${said.says}`
}

test('A journal as it is written is whole, without a database, and holds the head of any statement.', () => {
  const said = verdict(lines)
  assert.ok(said.isWhole)
  assert.equal(said.entries, lines.length - 1)
  assert.ok(verdict(lines, said.hash.slice(0, 16)).isWhole)
})

test('Any digit changed in any entry is found at that entry.', () => {
  for (let row = 1; row < lines.length; row += 1) {
    const changed = lines.map((line, nth) => (nth === row ? line.replace(/"day":"2026-0/, '"day":"2026-1') : line))
    if (changed[row] === lines[row]) continue
    assert.match(broken(changed), new RegExp(`^entry ${row}: it, or one before it, was changed`))
  }
})

test('A missing entry and a cut tail are found; a tail cut with its head, from the hash on a statement.', () => {
  assert.match(broken(lines.toSpliced(3, 1)), /^entry 4: entry 3 should stand here$/)
  assert.match(broken(lines.slice(0, -1)), /balance is not the sum|tail was cut/)
  const last = JSON.parse(lines.at(-1) ?? '') as { hash: string }
  const earlier = lines.slice(0, at('deposit') + 1)
  const hash = (JSON.parse(earlier.at(-1) ?? '') as { hash: string }).hash
  const header = JSON.parse(lines[0] ?? '') as { head: object; accounts: { id: string; balance: string }[] }
  const sums = new Map<string, bigint>()
  for (const line of earlier.slice(1)) {
    for (const [account, amount] of (JSON.parse(line) as { legs: [string, string][] }).legs)
      sums.set(account, (sums.get(account) ?? 0n) + BigInt(amount))
  }
  const accounts = header.accounts.map((account) => ({ ...account, balance: String(sums.get(account.id) ?? 0n) }))
  const cut = [JSON.stringify({ ...header, accounts, head: { sequence: String(earlier.length - 1), hash } }), ...earlier.slice(1)]
  assert.ok(verdict(cut).isWhole, 'a shorter journal is whole by itself')
  assert.match(broken(cut, last.hash), /^the end: no entry has the hash/)
})

test('What is no journal is said to be none.', () => {
  for (const text of ['', '{}', 'PK\u0003\u0004', '{"format":"lampline-journal/2"}'])
    assert.match(broken([text]), /^line 1: it is no journal/)
})
