import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { proposeAdjustment } from './adjust.ts'
import { proposeShares } from './change-shares.ts'
import { closePeriod } from './close-period.ts'
import { day, fund, type GivenBank, givenBank, givenHolder } from './hours.testing.ts'
import { accountIn, asOwner } from './ledger.testing.ts'

const house = await testHouse()
const { newId } = realHands
let given: GivenBank

before(async () => {
  given = await givenBank(house)
  await fund(house, given, { donor: 10_000, chamber: 10_000 })
  await givenHolder(house, given)
})

const ledger = [
  ...[
    'banks',
    'funders',
    'tariffs',
    'share_sets',
    'share_set_agreements',
    'share_bands',
    'share_lines',
    'bank_terms',
    'drawers',
    'entries',
  ],
  ...['legs', 'closings', 'adjustments', 'adjustment_refusals', 'accounts', 'bank_heads'],
]

async function givenARowInEach(): Promise<void> {
  const [shares, adjustment] = [newId(), newId()]
  const whole = [{ fromMinutes: 0, shares: [{ funder: given.donor.id, basisPoints: 10_000 }] }]
  await house.writeAs(given.coordinator, async (tx) => {
    await proposeShares(tx, { id: shares, bank: given.bank.id, fromDay: day('2027-01-01'), bands: whole })
    const outside = { from: null, to: given.donor.id, amount: 100n, reason: 'a fee of the bank' }
    await proposeAdjustment(tx, { id: adjustment, bank: given.bank.id, ...outside })
    await closePeriod(tx, { id: newId(), bank: given.bank.id, through: day('2025-12-31') })
  })
  await asOwner(house, async (client) => {
    await client.query('insert into share_set_agreements values ($1, false, now(), $2)', [shares, newId()])
    await client.query('insert into adjustment_refusals values ($1, now(), $2)', [adjustment, newId()])
  })
}

test('Nobody changes, deletes or empties a table of the ledger: not the application, not the owner.', async () => {
  await givenARowInEach()
  for (const table of ledger) {
    const columns = await asOwner(house, async (client) => {
      const { rows, fields } = await client.query(`select * from ${table} limit 1`)
      assert.equal(rows.length, 1, `${table} has no row to try`)
      for (const { name } of fields) {
        await assert.rejects(client.query(`update ${table} set ${name} = ${name}`), /only ever adds|by entries alone/, `${table}.${name}`)
      }
      await assert.rejects(client.query(`delete from ${table}`), /only ever adds/, table)
      await assert.rejects(client.query(`truncate ${table} cascade`), /only ever adds/, table)
      return fields
    })
    const changes = columns.map(({ name }) => `update ${table} set ${name} = ${name}`)
    for (const deed of [...changes, `delete from ${table}`, `truncate ${table}`]) {
      await assert.rejects(
        house.write((tx) => sql.raw(deed).execute(tx)),
        /permission denied/,
        deed,
      )
    }
  }
})

test('Legs, closings, heads and balances are written by entries alone; an account is opened at nothing.', async () => {
  const pool = await accountIn(house, given, { kind: 'pool' })
  await asOwner(house, async (client) => {
    const { rows } = await client.query<{ entry: string; account: string }>('select entry, account from legs limit 1')
    const [{ entry, account } = { entry: '', account: '' }] = rows
    const byHand = [
      `insert into legs (entry, account, amount, sequence, balance_after) values ('${entry}', '${pool}', 5, 1, 5)`,
      `insert into closings (id, bank, through) select '${entry}', '${given.bank.id}', current_date`,
      `update accounts set balance = balance + 1 where id = '${account}'`,
      `update accounts set floor = null, ceiling = null where id = '${account}'`,
      `update bank_heads set sequence = sequence + 1`,
      `insert into accounts select * from accounts on conflict (bank, kind, unit, funder, holder, band) do update set balance = 5`,
    ]
    for (const one of byHand) await assert.rejects(client.query(one), /by entries alone|only ever adds/, one)
    const opened = [newId(), given.bank.id, newId()]
    const { rows: fresh } = await client.query(
      "insert into accounts (id, bank, kind, unit, holder, balance, floor) values ($1, $2, 'allotted', 'minutes', $3, 500, -1) returning balance, floor",
      opened,
    )
    assert.deepEqual(fresh, [{ balance: '0', floor: '0' }])
  })
  const asApp = [
    "insert into accounts (id, bank, kind, unit) select id, bank, 'used', 'minutes' from accounts",
    'insert into legs select * from legs',
  ]
  for (const one of asApp)
    await assert.rejects(
      house.write((tx) => sql.raw(one).execute(tx)),
      /permission denied/,
      one,
    )
})
