import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { closePeriod } from './close-period.ts'
import { deposit } from './deposit.ts'
import { afghani, day, fund, type GivenBank, givenBank, givenHolder, refused, reserved } from './hours.testing.ts'
import { accountIn, asOwner, doneOf } from './ledger.testing.ts'
import { closedThrough, findEntry } from './reads.ts'
import { spend } from './spend.ts'

const house = await testHouse()
const { newId } = realHands
const coach = newId()

const close = ({ bank, coordinator }: GivenBank, through: string, id = newId()) =>
  house.writeAs(coordinator, (tx) => closePeriod(tx, { id, bank: bank.id, through: day(through) }))

test('A closed period stays closed: what is late for it goes to the first open day, with its own day beside its reference.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 10_000, chamber: 10_000 })
  const { holder } = await givenHolder(house, given)
  const { id: reservation } = await reserved(house, given, holder)
  await close(given, '2026-09-30')
  const id = newId()
  const late = { id, reservation, minutes: 60, day: day('2026-09-14'), coach, reference: 'log 5' }
  await house.writeAs(given.coordinator, (tx) => spend(tx, late))
  const entry = await house.read((db) => findEntry(db, id))
  assert.deepEqual([entry?.day.toString(), entry?.reference], ['2026-10-01', 'log 5 (2026-09-14)'])
  await house.writeAs(given.coordinator, (tx) => spend(tx, late))
})

test('A period that is not over, or closed already, is refused; the same closing twice is one.', async () => {
  const given = await givenBank(house)
  await assert.rejects(close(given, '2026-11-23'), refused('hours.notOver'))
  const id = newId()
  await close(given, '2026-10-31', id)
  await close(given, '2026-10-31', id)
  await assert.rejects(close(given, '2026-10-30', id), refused('hours.another'))
  for (const through of ['2026-10-31', '2026-09-30'])
    await assert.rejects(close(given, through), refused('hours.closed', { day: '2026-10-31' }))
  await close(given, '2026-11-22')
  assert.equal(String(await house.read((db) => closedThrough(db, given.bank.id))), '2026-11-22')
})

test('The database enters nothing into a closed period, whoever asks, and closes none twice.', async () => {
  const given = await givenBank(house)
  await fund(house, given, { donor: 1 })
  await close(given, '2026-10-31')
  const account = async (kind: 'cash' | 'from') => accountIn(house, given, { kind, funder: given.donor.id })
  const lines = [`${await account('cash')} 1`, `${await account('from')} -1`].toSorted().join('\n')
  const put = (kind: string, on: string, moved: string) =>
    asOwner(house, (client) =>
      client.query(
        "insert into entries (id, bank, sequence, kind, at, day, asked, lines, hash) values ($1, $2, 0, $3, now(), $4, sha256(''), $5, '')",
        [newId(), given.bank.id, kind, on, moved],
      ),
    )
  const closed = { constraint: 'entries_open_period' }
  for (const on of ['2026-10-31', '2020-01-01']) await assert.rejects(put('deposit', on, lines), closed)
  await assert.rejects(put('close', '2026-10-31', ''), closed)
  await put('deposit', '2026-11-01', lines)
})

test('Receipts at the moment of closing are before it or on the first open day, never in what is closed.', async () => {
  const given = await givenBank(house)
  const receipt = { bank: given.bank.id, funder: given.donor.id, amount: afghani(1), day: day('2026-10-15'), reference: '' }
  const pay = () => house.writeAs(given.coordinator, (tx) => deposit(tx, { ...receipt, id: newId() }))
  const closing = newId()
  const deeds = [...Array.from({ length: 10 }, pay), close(given, '2026-10-31', closing), ...Array.from({ length: 10 }, pay)]
  assert.equal(await doneOf(deeds, 'none'), 21)
  const late = await asOwner(house, async (client) => {
    const { rows } = await client.query<{ late: string }>(
      `select count(*) as late from entries e join entries c on c.id = $1 where e.bank = c.bank and e.sequence > c.sequence and e.day <= c.day`,
      [closing],
    )
    return rows[0]?.late
  })
  assert.equal(late, '0')
})
