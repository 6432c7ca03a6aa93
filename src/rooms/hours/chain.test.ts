import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, test } from 'node:test'
import { realHands } from '#ground/chance'
import { ledgerInvariants } from '#ground/ledger-invariants'
import { testHouse } from '#testing/house'
import { deposit } from './deposit.ts'
import { type Entry, linesOf } from './entry.ts'
import { day, fund, type GivenBank, givenBank, givenHolder, reserved } from './hours.testing.ts'
import { headOf } from './journal-reads.ts'
import { inCopy } from './ledger.testing.ts'
import { entriesOf } from './reads.ts'
import { release } from './release.ts'
import { reverse } from './reverse.ts'

const house = await testHouse()
const { newId } = realHands
const nothingBefore = '0'.repeat(64)
let given: GivenBank

before(async () => {
  given = await givenBank(house)
  await givenBank(house)
  await fund(house, given, { donor: 10_000, chamber: 10_000 })
  const { holder, drawer } = await givenHolder(house, given)
  house.setNow('2026-11-23T08:00:00.000001Z')
  const { id } = await reserved(house, given, holder, { reference: 'رسید ۱۲ – “A”', as: drawer.scope })
  house.setNow('2026-11-23T21:30:00.12Z')
  const back = newId()
  await house.writeAs(given.coordinator, (tx) =>
    release(tx, { id: back, reservation: id, day: day('2026-11-23'), reason: 'roads are closed; 🚧' }),
  )
  await house.writeAs(given.coordinator, (tx) => reverse(tx, { id: newId(), entry: back, day: day('2026-11-23'), reason: 'open again' }))
  await house.write((tx) =>
    deposit(tx, {
      id: newId(),
      bank: given.bank.id,
      funder: given.donor.id,
      amount: 2n ** 53n + 1n,
      day: day('2026-11-23'),
      reference: '',
    }),
  )
})

const inOrder = () => house.read((db) => entriesOf(db, given.bank.id, { limit: 100 }))

/** The hash of an entry over the one before, from what the entry says alone. */
function hashOf(entry: Entry, hashBefore: string): string {
  const { bank, sequence, id, kind, at, by, cause, holder, reference, reason, rule, reverses, resolves, legs } = entry
  const instant = at.toString({ fractionalSecondDigits: 6 })
  const head = ['lampline-entry/1', bank, sequence, id, kind, instant, entry.day, by ?? '', cause, holder ?? '', reference, reason, rule]
  const lines = [...head, reverses ?? '', resolves ?? '', linesOf(legs), hashBefore]
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

test('The chain, recomputed from what the entries say, is the one that is kept; without a gap, up to the head.', async () => {
  const entries = await inOrder()
  assert.ok(entries.length > 6 && entries.some(({ by }) => by === null) && entries.some(({ reverses }) => reverses))
  let last = nothingBefore
  for (const [at, entry] of entries.entries()) {
    assert.equal(entry.sequence, BigInt(at + 1))
    assert.equal(entry.hash, hashOf(entry, last), `entry ${entry.sequence}`)
    last = entry.hash
  }
  assert.deepEqual(await house.read((db) => headOf(db, given.bank.id)), { sequence: BigInt(entries.length), hash: last })
})

const rule = (begins: string) => ledgerInvariants.find(({ says }) => says.startsWith(begins)) ?? assert.fail(begins)

/** The rows named after a change to a copy, by the rule whose words begin so. */
async function namedIn(sql: string, values: unknown[], begins: string): Promise<string[]> {
  return inCopy(house, async (client) => {
    const { rowCount } = await client.query(sql, values)
    assert.equal(rowCount, 1, sql)
    return (await client.query<{ broken: string }>(rule(begins).breaks)).rows.map(({ broken }) => broken)
  })
}
const namedAfter = async (sql: string, values: unknown[] = [], begins = 'Each entry has the hash') =>
  (await namedIn(sql, values, begins))[0] ?? ''

/** The values of a row that a flipped bit at any place of a text or of its bytes leads to. */
const flips = (text: string) => [...text].map((_, at) => text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1))

test('Whatever is changed of any entry in a copy is named: a letter at a dozen places of each text, a bit of its hash, its day, time and people.', async () => {
  const entries = await inOrder()
  for (const entry of entries) {
    const expected = `entry ${entry.id} (${entry.sequence})`
    const set = async (column: string, value: unknown) =>
      assert.equal(await namedAfter(`update entries set ${column} = $2 where id = $1`, [entry.id, value]), expected, `${column} = ${value}`)
    const texts = { cause: entry.cause, reference: entry.reference, reason: entry.reason, rule: entry.rule, lines: linesOf(entry.legs) }
    for (const [column, text] of Object.entries(texts)) {
      const every = Math.ceil(flips(text).length / 12)
      for (const [at, other] of flips(text).entries()) if (at % every === 0) await set(column, other)
      await set(column, `${text} `)
    }
    await set('kind', entry.kind === 'pledge' ? 'deposit' : 'pledge')
    await set('day', entry.day.add({ days: 1 }).toString())
    await set('at', entry.at.add({ microseconds: 1 }).toString())
    for (const column of ['by', 'holder']) await set(column, newId())
    const named = await namedIn('update entries set bank = $2 where id = $1', [entry.id, newId()], 'Each entry has the hash')
    assert.ok(named.includes(expected), 'the bank')
    const others = entries.filter(({ id }) => id !== entry.id)
    await set('resolves', others.find(({ id }) => id !== entry.resolves)?.id)
    for (const at of [0, 15, 31]) {
      const hash = Buffer.from(entry.hash, 'hex')
      hash[at] = (hash[at] ?? 0) ^ 1
      await set('hash', hash)
    }
  }
})

test('A leg, a balance and what an account stood at are named by the rules that add them up.', async () => {
  const [, , entry] = await inOrder()
  const one = `where ctid = (select ctid from legs where entry = '${entry?.id}' limit 1)`
  assert.match(await namedAfter(`update legs set amount = amount + 1 ${one}`, [], 'Each entry adds up'), /^entry /)
  assert.match(await namedAfter(`update legs set balance_after = balance_after + 1 ${one}`, [], 'What an account stood at'), /^entry /)
  const balance = "update accounts set balance = balance + 1 where ctid = (select ctid from accounts where kind = 'pool' limit 1)"
  assert.match(await namedAfter(balance, [], 'What an account stands at is'), /^account /)
})

test('An entry taken out is a gap; a tail cut off with its head is found from the head that was printed before.', async () => {
  const entries = await inOrder()
  const printed = await house.read((db) => headOf(db, given.bank.id))
  const [last, before] = [entries.at(-1), entries.at(-2)]
  assert.match(
    await namedAfter('delete from entries where id = $1', [entries[3]?.id], 'The entries of a bank'),
    new RegExp(`${entries[4]?.id}`),
  )
  await inCopy(house, async (client) => {
    await client.query('delete from legs where entry = $1', [last?.id])
    await client.query('delete from entries where id = $1', [last?.id])
    const head = [given.bank.id, before?.sequence, Buffer.from(before?.hash ?? '', 'hex')]
    await client.query('update bank_heads set sequence = $2, hash = $3 where bank = $1', head)
    assert.deepEqual((await client.query(rule('Each entry has the hash').breaks)).rows, [], 'a chain cut short is whole in itself')
    const found = await client.query('select hash from entries where bank = $1 and sequence = $2', [given.bank.id, printed?.sequence])
    assert.deepEqual(found.rows, [], 'what was printed is not there any more')
  })
  assert.equal(printed?.hash, last?.hash)
})
