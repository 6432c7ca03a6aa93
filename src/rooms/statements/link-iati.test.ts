import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPilot, newId, spent } from '#funding/funding.testing'
import { realHands } from '#ground/chance'
import { signInScope } from '#ground/db'
import { reverse } from '#hours/reverse'
import { testHouse } from '#testing/house'
import { iatiXml } from './iati.ts'
import { linkActivity } from './link-activity.ts'
import { entriesByLink, sumsByLink } from './link-reads.ts'
import { moneyParts } from './links.ts'
import { shareLink } from './share-link.ts'

const house = await testHouse()
const given = await givenPilot(house)
await spent(house, given, 6)
const anybody = <T>(work: Parameters<typeof house.database.read<T>>[1]) => house.database.read(signInScope, work)
const shared = async (funder: string) => {
  const token = realHands.newSecret()
  await house.writeAs(given.coordinator, (tx) => shareLink(tx, { id: newId(), funder, token, days: 300 }))
  return token
}
const activity = (token: string) => anybody((db) => linkActivity(db, token, new URLSearchParams()))
const token = await shared(given.donor.id)

test('By its link a funder has its own money as IATI: what it pledged, signed, paid, and its part of each month that is over.', async () => {
  house.setNow('2026-11-30T19:29:00Z')
  assert.deepEqual((await activity(token))?.transactions.map(({ type }) => type).toSorted(), ['1', '1', '11', '13'])
  house.setNow('2026-12-01T00:00:00Z')
  const told = await activity(token)
  assert.deepEqual(
    told?.transactions.filter(({ type }) => type === '4').map(({ day, amount }) => [String(day), amount]),
    [['2026-11-30', 1_008_000n]],
    'six meetings of two hours, 70 % of AFN 1,200 an hour',
  )
  assert.equal(told?.plans.length, 2)
})

test('In the file stands no other funder, nobody who paid or was paid, and no reference; a client’s part has no money in it.', async () => {
  const xml = iatiXml((await activity(token)) ?? assert.fail())
  assert.ok(xml.includes('Nordlys'))
  for (const not of ['Chamber', 'Client', 'Bakery Sahar', 'SWIFT', 'AFG-26', 'Letter 7', 'Person', given.keeper.id]) {
    assert.ok(!xml.includes(not), not)
  }
  const clients = await activity(await shared(given.client.id))
  assert.deepEqual(clients?.transactions, [])
})

test('Meetings too few to be told stay untold, and another secret opens nothing.', async () => {
  const chamber = await shared(given.chamber.id)
  const [entry] = await anybody((db) => entriesByLink(db, chamber, 'spent', { skip: 0, rowsMax: 1 }))
  assert.ok(
    (await activity(chamber))?.transactions.some(({ type }) => type === '4'),
    'six are told',
  )
  for (const _two of [1, 2]) {
    const [latest] = (await anybody((db) => entriesByLink(db, chamber, 'spent', { skip: 0, rowsMax: 10 }))).filter(
      ({ kind, entry: id }) => kind === 'spend' && !undone.has(id),
    )
    assert.ok(latest && entry)
    undone.add(latest.entry)
    const asked = { id: newId(), entry: latest.entry, day: Temporal.PlainDate.from('2026-11-20'), reason: 'twice' }
    await house.writeAs(given.coordinator, (tx) => reverse(tx, asked))
  }
  assert.ok(!(await activity(chamber))?.transactions.some(({ type }) => type === '4'), 'four are not')
  assert.equal(await activity(realHands.newSecret()), undefined)
})
const undone = new Set<string>()

test('The rows behind each number of its money add up to the number.', async () => {
  const sums = (await anybody((db) => sumsByLink(db, token))) ?? assert.fail()
  for (const part of moneyParts) {
    const rows = await anybody((db) => entriesByLink(db, token, part, { skip: 0, rowsMax: 1_000 }))
    assert.equal(
      rows.reduce((sum, row) => sum + row[part], 0n),
      sums[part],
      part,
    )
    assert.equal(Number(rows[0]?.every ?? 0n), rows.length)
    assert.ok(rows.every((row) => row[part] !== 0n))
  }
})
