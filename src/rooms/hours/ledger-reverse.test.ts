import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { allot } from './allot.ts'
import { closePeriod } from './close-period.ts'
import { type Deposit, deposit } from './deposit.ts'
import { linesOf } from './entry.ts'
import { afghani, day, fund, givenBank, givenHolder, refused, reserved, standing } from './hours.testing.ts'
import { asOwner } from './ledger.testing.ts'
import { payCoach } from './pay-coach.ts'
import { findEntry } from './reads.ts'
import { release } from './release.ts'
import { reverse } from './reverse.ts'
import { spend } from './spend.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()
const on = { day: day('2026-11-20') }

async function givenSpent() {
  const given = await givenBank(house)
  await fund(house, given, { donor: 840, chamber: 5_000 })
  const { holder } = await givenHolder(house, given)
  const { id: reservation } = await reserved(house, given, holder)
  const id = newId()
  await house.writeAs(given.coordinator, (tx) => spend(tx, { ...on, id, reservation, minutes: 45, coach }))
  const undo = (entry: string) => house.writeAs(given.coordinator, (tx) => reverse(tx, { ...on, id: newId(), entry, reason: 'wrong' }))
  return { given, holder, reservation, id, undo }
}

test('A reversal is the stored legs turned round, and everything stands as before.', async () => {
  const { given, id, undo, reservation } = await givenSpent()
  await undo(id)
  const after = await standing(house, given)
  assert.deepEqual([after['reserved nordlys'], after['spent nordlys'], after.held, after.used], ['840', undefined, '60', undefined])
  await undo(reservation)
  assert.deepEqual((await standing(house, given))['cash nordlys'], '840')
})

test('What a coach was paid for is not reversed before the payment is; what is given to others since is short, by name.', async () => {
  const { given, holder, id, undo } = await givenSpent()
  const payment = { ...on, id: newId(), bank: given.bank.id, coach, amount: afghani(900), reference: 'slip' }
  await house.writeAs(given.coordinator, (tx) => payCoach(tx, payment))
  await assert.rejects(undo(id), refused('hours.coachPaid'))
  await undo(payment.id)
  await reserved(house, given, holder, { minutes: 15 })
  await assert.rejects(undo(id), refused('hours.short', { who: 'Nordlys', left: '0', asked: '210', currency: 'AFN' }))
})

test('A reversal is not reversed, nor a closing.', async () => {
  const { given, id, undo } = await givenSpent()
  const [closing, reversal] = [newId(), newId()]
  await house.writeAs(given.coordinator, (tx) => closePeriod(tx, { id: closing, bank: given.bank.id, through: day('2026-01-31') }))
  await house.writeAs(given.coordinator, (tx) => reverse(tx, { ...on, id: reversal, entry: id, reason: 'wrong' }))
  for (const entry of [closing, reversal]) await assert.rejects(undo(entry), refused('hours.notReversible'))
})

test('The database keeps a second reversal out, one with other legs, one of what is resolved, and a second end of a reservation.', async () => {
  const { given, holder, reservation, id, undo } = await givenSpent()
  const entry = await house.read((db) => findEntry(db, id))
  const booking = await house.read((db) => findEntry(db, reservation))
  const opposite = (of = entry) => linesOf((of?.legs ?? []).map(({ account, amount }) => ({ account, amount: -amount })))
  const put = (kind: string, lines: string, { reverses = null, resolves = null }: { reverses?: string | null; resolves?: string | null }) =>
    asOwner(house, (client) =>
      client.query(
        `insert into entries (id, bank, sequence, kind, at, day, asked, lines, hash, holder, reverses, resolves)
          values ($1, $2, 0, $3, now(), '2026-11-20', sha256(''), $4, '', $5, $6, $7)`,
        [newId(), given.bank.id, kind, lines, holder, reverses, resolves],
      ),
    )
  const halved = linesOf((entry?.legs ?? []).map(({ account, amount }) => ({ account, amount: -amount / 3n })))
  await assert.rejects(put('reverse', halved, { reverses: id }), { constraint: 'entries_opposite' })
  await assert.rejects(put('reverse', opposite(), {}), { constraint: 'entries_reverses' })
  await assert.rejects(put('deposit', opposite(), { reverses: id }), { constraint: 'entries_reverses' })
  await assert.rejects(put('reverse', opposite(booking), { reverses: reservation }), { constraint: 'entries_resolved_once' })
  await assert.rejects(put('release', opposite(booking), { resolves: reservation }), { constraint: 'entries_resolved_once' })
  await assert.rejects(put('release', opposite(), { resolves: id }), { constraint: 'entries_resolves_reserve' })
  await assert.rejects(put('release', opposite(booking), {}), { constraint: 'entries_resolves_reserve' })
  await undo(id)
  await assert.rejects(put('reverse', opposite(), { reverses: id }), { constraint: 'entries_reversed_once' })
  await undo(reservation)
  await assert.rejects(put('release', opposite(booking), { resolves: reservation }), { constraint: 'entries_resolved_once' })
})

test('Minutes that are nothing, below it or not whole are refused by every deed; so is money below nothing in another currency.', async () => {
  const { given, holder, undo, id } = await givenSpent()
  await undo(id)
  await fund(house, given, { donor: 5_000 })
  const { id: reservation } = await reserved(house, given, holder, { minutes: 30 })
  const as = (deed: Parameters<typeof house.writeAs<unknown>>[1]) => house.writeAs(given.coordinator, deed)
  for (const minutes of [0, -15, 7.5, Number.NaN]) {
    await assert.rejects(reserved(house, given, holder, { minutes }), refused('hours.nothing'), `reserve ${minutes}`)
    await assert.rejects(
      as((tx) => spend(tx, { ...on, id: newId(), reservation, minutes, coach })),
      refused('hours.nothing'),
      `spend ${minutes}`,
    )
  }
  for (const minutes of [0, 0.5])
    await assert.rejects(
      as((tx) => allot(tx, { ...on, id: newId(), bank: given.bank.id, holder, minutes })),
      refused('hours.nothing'),
    )
  const lost = { ...on, id: newId(), reservation, reason: 'late', lostMinutes: -15 }
  await assert.rejects(
    as((tx) => release(tx, lost)),
    refused('hours.nothing'),
  )
  const receipt: Deposit = { ...on, id: newId(), bank: given.bank.id, funder: given.donor.id, amount: 1n, reference: '' }
  for (const amount of [0n, -5n]) {
    await assert.rejects(
      as((tx) => deposit(tx, { ...receipt, amount })),
      refused('hours.nothing'),
    )
    await assert.rejects(
      as((tx) => deposit(tx, { ...receipt, paid: { currency: 'USD', amount } })),
      refused('hours.nothing'),
    )
  }
})
