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
import { entryLine, headLine, sealLine } from './journal-file.ts'
import type { Line } from './journal-lines.ts'
import { hashOf, verifyJournal } from './verify-journal.ts'

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
/** The fingerprint fits whatever was changed, so that the rules are what finds it. */
const verdict = (changed: readonly string[], head: string | null = null) =>
  verifyJournal([...changed, sealLine(changed), ''].join('\n'), head)
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

test('Any byte flipped anywhere in the file is found, at its own line or before, and never brings the reader down.', () => {
  const whole = Buffer.from([...lines, sealLine(lines), ''].join('\n'))
  const ends = [...whole.keys()].filter((at) => whole[at] === 10)
  for (const at of whole.keys()) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const said = verifyJournal(bytes.toString('utf8'), null)
    assert.ok(!said.isWhole, `byte ${at}`)
    const row = ends.findIndex((end) => at <= end)
    if (row > 0 && row < lines.length - 1) assert.match(said.at, new RegExp(`^entry (${row}|${row + 1})$`), `byte ${at}: ${said.says}`)
  }
})

test('An entry that says a thing twice, or more than an entry says, is none: another reader could believe the other.', () => {
  for (const more of ['{"reference":"forged",', '{"note":"forged",', '{ ']) {
    const changed = lines.with(2, lines[2]?.replace('{', more) ?? '')
    assert.equal(broken(changed), 'entry 2: line 3 of the file is no entry as this house writes it')
  }
})

test('A reservation is taken off whole: an entry that leaves a part of it behind is named, though its own hash is right.', () => {
  const row = at('release')
  const entry = JSON.parse(lines[row] ?? '') as { legs: [string, string][]; hash: string }
  const half = entry.legs.map(([id, amount]) => [id, String(BigInt(amount) / 2n)] as const)
  const forged = { ...entry, legs: half }
  const before = (JSON.parse(lines[row - 1] ?? '') as { hash: string }).hash
  const { bank } = JSON.parse(lines[0] ?? '') as { bank: { id: string } }
  const rehashed = { ...forged, hash: hashOf(bank.id, forged as unknown as Line, before) }
  assert.match(
    broken(lines.with(row, JSON.stringify(rehashed)).slice(0, row + 1)),
    new RegExp(`^entry ${row}: it does not take off what was reserved$`),
  )
})

test('A missing entry and a cut tail are found; a tail cut with its head, from the hash on a statement.', () => {
  assert.match(broken(lines.toSpliced(3, 1)), /^entry 3: entry 4 stands in its place$/)
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
