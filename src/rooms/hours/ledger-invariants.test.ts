import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type pg from 'pg'
import { realHands } from '#ground/chance'
import { ledgerInvariants } from '#ground/ledger-invariants'
import { coordinating, givenKeeper } from '#testing/given'
import { testHouse } from '#testing/house'
import { decideAdjustment, proposeAdjustment } from './adjust.ts'
import { decideShares, proposeShares } from './change-shares.ts'
import { closePeriod } from './close-period.ts'
import { pledge } from './deposit.ts'
import { afghani, day, fund, type GivenBank, givenBank, givenHolder, reserved } from './hours.testing.ts'
import { asOwner, inCopy } from './ledger.testing.ts'
import { release } from './release.ts'
import { reverse } from './reverse.ts'
import { spend } from './spend.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()
/** What stands in the journal, by what it is here. */
const known: Record<string, string> = {}
let given: GivenBank

/** The first row of each rule that is broken, by what the rule says. */
async function brokenIn(client: pg.Client): Promise<Map<string, string>> {
  const first = new Map<string, string>()
  for (const { says, breaks } of ledgerInvariants) {
    const { rows } = await client.query<{ broken: string }>(breaks)
    if (rows[0]) first.set(says, rows[0].broken)
  }
  return first
}

before(async () => {
  given = await givenBank(house)
  const { bank, donor, chamber, coordinator } = given
  await fund(house, given, { donor: 10_000, chamber: 10_000 })
  const { holder } = await givenHolder(house, given)
  const second = coordinating(await givenKeeper(house, bank.organisation), bank.programme)
  const on = { day: day('2026-11-20') }
  const tell = (deed: Parameters<typeof house.writeAs<unknown>>[1]) => house.writeAs(coordinator, deed)
  for (const which of ['spent', 'opened', 'free', 'back']) known[which] = (await reserved(house, given, holder, { minutes: 15 })).id
  const paid = { ...on, reservation: known.spent ?? '', minutes: 15, coach }
  await tell((tx) => spend(tx, { ...paid, id: (known.spend = newId()) }))
  await tell((tx) => release(tx, { ...on, id: (known.release = newId()), reservation: known.free ?? '', reason: 'in time' }))
  await tell((tx) => spend(tx, { ...paid, id: (known.undone = newId()), reservation: known.opened ?? '' }))
  await tell((tx) => reverse(tx, { ...on, id: (known.reversal = newId()), entry: known.undone ?? '', reason: 'not held' }))
  await tell((tx) => reverse(tx, { ...on, id: newId(), entry: known.back ?? '', reason: 'twice' }))
  const promised = { funder: donor.id, currency: 'USD', amount: 5n, reference: 'letter' }
  await tell((tx) => pledge(tx, { ...on, ...promised, id: (known.pledge = newId()), bank: bank.id }))
  const moved = { from: donor.id, to: chamber.id, amount: afghani(10), reason: 'paid to the wrong one' }
  await tell((tx) => proposeAdjustment(tx, { ...moved, id: (known.proposal = newId()), bank: bank.id }))
  await house.writeAs(second, (tx) =>
    decideAdjustment(tx, { id: (known.adjust = newId()), adjustment: known.proposal ?? '', agrees: true }),
  )
  await tell((tx) => closePeriod(tx, { id: (known.close = newId()), bank: bank.id, through: day('2026-10-31') }))
  const bands = [{ fromMinutes: 0, shares: [{ funder: donor.id, basisPoints: 10_000 }] }]
  await tell((tx) => proposeShares(tx, { id: (known.shares = newId()), bank: bank.id, fromDay: day('2026-12-01'), bands }))
  await house.writeAs(second, (tx) => decideShares(tx, { shareSet: known.shares ?? '', agrees: true }))
  await fund(house, given, { donor: 1 })
})

test('Every rule of the ledger holds after each kind of deed.', async () => {
  assert.deepEqual([...(await asOwner(house, brokenIn))], [])
})

const entry = (which: string) => `id = '${known[which]}'`
/** A rule by its first words, how to break it, and the first row that must be named: what is known here, or how it begins. */
const breaks: readonly [says: string, sql: () => string, names: string][] = [
  [
    'Each entry adds',
    () => `update legs set amount = amount + 1 where ctid = (select ctid from legs where entry = '${known.spend}' limit 1)`,
    'spend',
  ],
  ['Each entry adds', () => `delete from legs where entry = '${known.pledge}'`, 'pledge'],
  ['An entry has the legs', () => `update legs set amount = -amount where entry = '${known.pledge}'`, 'pledge'],
  ['An entry has the legs', () => `update legs set sequence = sequence + 1 where entry = '${known.release}'`, 'release'],
  ['What an account stands at is', () => `update accounts set balance = balance + 1 where kind = 'payable'`, 'account '],
  ['What an account stood at', () => `update legs set balance_after = balance_after + 1 where entry = '${known.release}'`, 'release'],
  ['All accounts of a bank', () => `update accounts set balance = balance + 1 where kind = 'used'`, 'bank '],
  [
    'No account stands',
    () => `alter table accounts drop constraint accounts_floor; update accounts set balance = -1 where kind = 'pool'`,
    'account ',
  ],
  ['No account stands', () => `update accounts set floor = null where kind = 'cash'`, 'account '],
  ['The entries of a bank', () => `update entries set sequence = sequence + 100 where ${entry('close')}`, 'entry '],
  ['The entries of a bank', () => `update bank_heads set sequence = sequence - 1`, 'head of bank '],
  ['Each entry has the hash', () => `update entries set reason = 'better' where ${entry('release')}`, 'release'],
  ['Each entry has the hash', () => `update bank_heads set hash = decode(repeat('11', 32), 'hex')`, 'head of bank '],
  ['A reservation is spent', () => `update entries set resolves = '${known.spent}' where ${entry('release')}`, 'release'],
  ['A reservation is spent', () => `update entries set resolves = '${known.back}' where ${entry('release')}`, 'release'],
  ['A reservation is spent', () => `update entries set resolves = null where ${entry('spend')}`, 'spend'],
  [
    'A reservation is spent',
    () =>
      `update entries set reverses = '${known.pledge}' where ${entry('reversal')}; update entries set resolves = '${known.spent}' where ${entry('undone')}`,
    'undone',
  ],
  ['What is reserved', () => `update entries set resolves = '${known.spent}' where ${entry('release')}`, 'account '],
  ['A reversal is', () => `update entries set lines = replace(lines, ' -', ' ') where ${entry('undone')}`, 'reversal'],
  ['A reversal is', () => `update entries set reverses = null where ${entry('reversal')}`, 'reversal'],
  ['Nothing is entered', () => `update entries set day = '2026-10-31' where sequence = (select max(sequence) from entries)`, 'entry '],
  ['Nothing is entered', () => `delete from closings`, 'close'],
  ['Nothing is entered', () => `update closings set through = through - 1`, 'closing '],
  ['A correction is', () => `update entries set by = '${given.keeper.id}' where ${entry('adjust')}`, 'adjust'],
  ['A correction is', () => `update adjustments set lines = lines || ' '`, 'adjust'],
  ['A correction is', () => `insert into adjustment_refusals values ('${known.proposal}', now(), '${newId()}')`, 'adjust'],
  ['Shares add up', () => `update share_lines set basis_points = basis_points - 1`, 'band '],
  ['Shares add up', () => `update share_set_agreements set by = '${given.keeper.id}'`, 'shares '],
]

test('Each rule of the ledger names the first row that breaks it, in a copy where the triggers sleep.', async () => {
  for (const { says } of ledgerInvariants)
    assert.ok(
      breaks.some(([begins]) => says.startsWith(begins)),
      `nothing breaks: ${says}`,
    )
  for (const [begins, sql, names] of breaks) {
    const first = await inCopy(house, async (client) => {
      await client.query(sql())
      return brokenIn(client)
    })
    const said = [...first].find(([says]) => says.startsWith(begins))?.[1] ?? `nothing; but ${[...first.keys()].join('; ')}`
    assert.ok(said.startsWith(known[names] ? `entry ${known[names]}` : names), `${sql()} is named as ${said}`)
  }
})
