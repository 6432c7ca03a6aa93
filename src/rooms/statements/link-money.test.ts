import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPilot, newId, spent } from '#funding/funding.testing'
import { realHands } from '#ground/chance'
import { signInScope } from '#ground/db'
import type { Asked } from '#ground/route'
import { deliveredByFunder } from '#hours/figures'
import { day, reserved } from '#hours/hours.testing'
import { fundersOf } from '#hours/reads'
import { testHouse } from '#testing/house'
import { boughtIn } from './bought.ts'
import { linkIatiFile } from './link-money.page.tsx'
import { moneyByLink } from './link-reads.ts'
import { shareLink } from './share-link.ts'

const house = await testHouse()
const anybody = <T>(work: Parameters<typeof house.database.read<T>>[1]) => house.database.read(signInScope, work)
const given = await givenPilot(house)
const link = { id: newId(), funder: given.donor.id, token: realHands.newSecret(), days: 30 }
await house.writeAs(given.coordinator, (tx) => shareLink(tx, link))
await spent(house, given, 5)
const holder = await given.holder()
await given.paid(holder, 240)
await reserved(house, given, holder, { minutes: 60 })

test('Each sum of a funder’s page stands on its own rows, and on nobody else’s.', async () => {
  const money = await anybody((db) => moneyByLink(db, link.token))
  const of = (kind: string) => money.filter((row) => row.kind === kind).map(({ amount, currency, ledger }) => [amount, currency, ledger])
  assert.deepEqual(of('receipt'), [
    [300_000n, 'USD', 20_460_000n],
    [400_000n, 'USD', 28_360_000n],
  ])
  assert.deepEqual(of('pledge'), [[700_000n, 'USD', null]])
  assert.deepEqual(of('commitment'), [[700_000n, 'USD', null]])
  assert.equal(of('tranche').length, 2)
  assert.deepEqual(of('reserved'), [[84_000n, 'AFN', 84_000n]])
  assert.deepEqual(await anybody((db) => moneyByLink(db, realHands.newSecret())), [])
})

test('Its IATI file has this funder’s money alone, its part of what was spent in months of five meetings, and no name.', async () => {
  house.setNow('2026-12-05T08:00:00Z')
  const asked = { params: { secret: link.token } } as unknown as Asked
  const { bytes } = await anybody((db) => linkIatiFile(db, asked))
  const xml = new TextDecoder().decode(bytes)
  const types = [...xml.matchAll(/transaction-type code="(\d+)"/g)].map((match) => match[1]).sort()
  assert.deepEqual(types, ['1', '1', '11', '13', '4'])
  assert.match(xml, />8400\.00</, 'its 70 of each 100 of five meetings of two hours')
  assert.ok(!xml.includes('Chamber') && !xml.includes('Bakery'))
})

test('A statement says of each funder the meetings, hours and businesses, how far the rest goes, and what exchange took.', async () => {
  const month = { from: day('2026-11-01'), to: day('2026-11-30') }
  assert.deepEqual(
    (await house.read((db) => deliveredByFunder(db, given.bank.id, month))).map(({ minutes, meetings, holders }) => [
      minutes,
      meetings,
      holders,
    ]),
    [given.donor, given.chamber, given.client].map(() => [600n, 5n, 5n]),
  )
  const [donor, chamber, client] = await house.read(async (db) => boughtIn(db, given.bank, await fundersOf(db, given.bank.id), month))
  assert.equal(donor?.exchange, -810_000n)
  assert.deepEqual([chamber?.exchange, client?.minutesLeft, client?.dryOn], [null, null, null])
  assert.ok(donor?.minutesLeft && donor.minutesLeft > 30_000n && donor.dryOn)
})
