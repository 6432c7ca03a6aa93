import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenClaim } from '#claims/claims.testing'
import { approveClaim, callBack } from '#claims/decide-claim'
import { linesOf } from '#claims/reads'
import { takePayment } from '#funding/take-payment'
import { realHands } from '#ground/chance'
import type { Asked } from '#ground/route'
import { unzip } from '#ground/sheet-zip'
import { sayTo } from '#ground/words'
import { refused } from '#hours/hours.testing'
import { profilesOf } from '#people/profile-reads'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { auditPack } from './audit-pack.ts'
import { all } from './audit-tables.ts'
import { verifyJournal } from './verify-journal.ts'

const house = await testHouse()
const given = await givenClaim(house)
const [line] = await house.read((db) => linesOf(db, given.claim))
await house.writeAs(given.coordinator, (tx) =>
  callBack(tx, { id: realHands.newId(), claim: given.claim, meeting: line?.meeting ?? '', outcome: 'confirmed' }),
)
await house.writeAs(given.coordinator, (tx) => approveClaim(tx, { claim: given.claim }))
const paid = { id: realHands.newId(), bank: given.bank.id, holder: given.business, amount: 60_000n, currency: 'AFN', minorDigits: 2 }
const slip = { valueDate: Temporal.PlainDate.from('2026-11-20'), payer: 'Zahra Tailoring', reference: null, isLookedOver: true }
await house.writeAs(given.coordinator, (tx) => takePayment(tx, { ...paid, ...slip }))
const packAs = (scope: typeof given.coordinator, language: 'en' | 'fa-AF' = 'en') =>
  house.database.read(scope, (db) => {
    const say = sayTo({ language, calendar: 'gregory', zone: 'UTC' })
    return auditPack(db, { params: { bank: given.bank.id }, query: new URLSearchParams(), say } as unknown as Asked)
  })
const pack = await packAs(given.coordinator)
const files = unzip(pack.bytes, () => true, 10_000_000)
const rowsOf = (name: string) => {
  const [heads = [], ...rows] = (files.get(name)?.toString('utf8') ?? assert.fail(name))
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','))
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at]])))
}

test('The pack holds each file that its README names, and the journal in it is proved as it is.', () => {
  const named = [...(files.get('README.txt')?.toString('utf8') ?? '').matchAll(/^([\w.-]+\.\w+): \S/gm)].map(([, name]) => name)
  assert.deepEqual([...files.keys()].toSorted(), [...named, 'README.txt'].toSorted())
  assert.equal(verifyJournal(files.get('journal.jsonl')?.toString('utf8') ?? '', null).isWhole, true)
})

test('A meeting stands in it by codes, with how and when it was confirmed and its entry; a claim with its approval and the call.', () => {
  const [meeting] = rowsOf('meetings.csv')
  assert.deepEqual(
    [meeting?.business, meeting?.how, meeting?.says, meeting?.spent_minutes, meeting?.state],
    [given.code, 'call', 'yes', '60', 'clientConfirmed'],
  )
  assert.ok(files.get('journal.jsonl')?.includes(meeting?.entry ?? '—'))
  assert.equal(rowsOf('claim-lines.csv')[0]?.call_outcome, 'confirmed')
  assert.ok((rowsOf('claims.csv')[0]?.approved_by ?? '') !== '')
  assert.deepEqual(
    rowsOf('laid-down.csv')
      .map(({ kind }) => kind)
      .toSorted(),
    ['shares', 'tariff', 'terms'],
  )
})

test('What a client paid stands by the code of the business.', () => {
  const receipt = rowsOf('money.csv').find(({ kind }) => kind === 'receipt')
  assert.deepEqual([receipt?.business, receipt?.amount, receipt?.value_date, receipt?.payer], [given.code, '600.00', '2026-11-20', ''])
})

test('No next step, no topic, no name and nobody’s address is in any file of it.', async () => {
  const people = [given.coach, given.owner, given.keeper].map(({ id }) => id)
  const profiles = await house.read((db) => profilesOf(db, people))
  const known = [...profiles.values()].flatMap(({ email, fullName, phone }) => [email, fullName, phone]).filter((text) => text)
  assert.ok(known.length >= 6, 'they have addresses and names')
  for (const secret of [...known, 'cash book', 'budgeting', 'Zahra', 'Tailoring', 'Business ']) {
    for (const [name, bytes] of files) assert.ok(!bytes.includes(secret ?? ''), `${secret} in ${name}`)
  }
})

test('It is the coordinator’s alone, in the language that they read; rows beyond the bound are refused, never left out.', async () => {
  const stranger = await givenPerson(house, given.bank.organisation)
  for (const scope of [stranger.scope, given.coach.scope, given.owner.scope]) await assert.rejects(packAs(scope), { name: 'Missing' })
  const dari = unzip((await packAs(given.coordinator, 'fa-AF')).bytes, (path) => path === 'README.txt', 100_000)
  assert.match(dari.get('README.txt')?.toString('utf8') ?? '', /بستهٔ بررسی/)
  const rows = (count: number) => () => Promise.resolve(Array.from({ length: count }, (_, nth) => nth))
  assert.equal((await all(rows(3), 3)).length, 3)
  await assert.rejects(all(rows(4), 3), refused('statements.packTooLong', { rowsMax: 3 }))
})
