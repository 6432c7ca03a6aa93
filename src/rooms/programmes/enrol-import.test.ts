import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { enrolImport } from './enrol.ts'
import { programmeFigures } from './figures.ts'
import { type GivenProgramme, givenProgramme, imported, refusedWith } from './programmes.testing.ts'
import { enrolledOf } from './reads.ts'

const house = await testHouse()

const enrolled = (programme: GivenProgramme, from: string, side: 'sheet' | 'mentor' | 'mentee' = 'sheet') =>
  house.writeAs(programme.coordinator, (tx) => enrolImport(tx, { programme: programme.id, import: from, side }))

const sheet = [
  ['Full name', 'E-mail', 'Side', 'Places'],
  ['Ana', 'ana@example.org', 'mentor', '3'],
  ['Bo', 'bo@example.org', 'mentee', '3'],
  ['Cy', 'cy@example.org', 'both', '50'],
  ['Di', 'di@example.org', '', ''],
]

test('An import comes in on the sides of its sheet; both is twice, no side is nobody, places are the mentors’.', async () => {
  const programme = await givenProgramme(house)
  const from = await imported(house, programme.keeper, sheet)
  assert.deepEqual(await enrolled(programme, from), { enrolled: 4, already: 0, programme: programme.id })
  const all = await house.read((db) => enrolledOf(db, programme.id))
  assert.deepEqual(all.map(({ profile, side, capacity }) => `${profile.fullName} ${side} ${capacity}`).sort(), [
    'Ana mentor 3',
    'Bo mentee 1',
    'Cy mentee 1',
    'Cy mentor 50',
  ])
  assert.deepEqual(await enrolled(programme, from), { enrolled: 0, already: 4, programme: programme.id })
})

test('Or all of it on one side, whatever the sheet says.', async () => {
  const programme = await givenProgramme(house)
  const from = await imported(house, programme.keeper, sheet)
  assert.equal((await enrolled(programme, from, 'mentee')).enrolled, 4)
  assert.deepEqual(await house.read((db) => programmeFigures(db, programme.id)), { mentors: 0, mentees: 4, places: 0, withdrawn: 0 })
})

test('A sheet that says no side is asked for one.', async () => {
  const programme = await givenProgramme(house)
  const from = await imported(house, programme.keeper, [
    ['Full name', 'E-mail'],
    ['Ana', 'ana@example.org'],
  ])
  assert.equal(await refusedWith(enrolled(programme, from)), 'programmes.importSideless')
  assert.equal((await enrolled(programme, from, 'mentor')).enrolled, 1)
})

test('Another organisation’s import brings nobody, and an import that never was neither.', async () => {
  const [programme, other] = [await givenProgramme(house), await givenProgramme(house)]
  const theirs = await imported(house, other.keeper, sheet)
  for (const from of [theirs, crypto.randomUUID()]) {
    assert.equal(await refusedWith(enrolled(programme, from, 'mentee')), 'programmes.importEmpty')
  }
  const both = { ...programme.coordinator, organisations: [programme.organisation, other.organisation] }
  const deed = house.writeAs(both, (tx) => enrolImport(tx, { programme: programme.id, import: theirs, side: 'mentee' }))
  assert.equal(await refusedWith(deed), 'programmes.importEmpty', 'not even for who keeps both organisations')
  const strange = { programme: programme.id, import: theirs, side: 'mentee' as const }
  assert.equal(await refusedWith(house.writeAs(other.coordinator, (tx) => enrolImport(tx, strange))), 'Missing')
})

test('5,000 people come in within seconds, in one deed.', async () => {
  const programme = await givenProgramme(house)
  const rows = Array.from({ length: 5_000 }, (_, at) => [`Person ${at}`, `p${at}@example.org`, at % 2 ? 'mentor' : 'both'])
  const from = await imported(house, programme.keeper, [['Full name', 'E-mail', 'Side'], ...rows])
  const start = performance.now()
  assert.equal((await enrolled(programme, from)).enrolled, 7_500)
  const ms = performance.now() - start
  assert.ok(ms < 10_000, `${Math.round(ms)} ms`)
  assert.equal((await enrolled(programme, from)).already, 7_500)
})

test('Who a sheet says would rather meet somebody like themselves is enrolled so; whom they named is not kept.', async () => {
  const programme = await givenProgramme(house)
  const from = await imported(house, programme.keeper, [
    ['Full name', 'E-mail', 'Identity to match'],
    ['Ana', 'ana.like@example.org', 'Gay'],
    ['Bo', 'bo.like@example.org', ''],
  ])
  await enrolled(programme, from, 'mentee')
  const rows = await house.read((db) => db.selectFrom('enrolments').select('alike').where('programme', '=', programme.id).execute())
  assert.deepEqual(rows.map(({ alike }) => alike).sort(), [[], ['identity']])
  assert.doesNotMatch(JSON.stringify(await house.read((db) => db.selectFrom('importPeople').selectAll().execute())), /gay/i)
})
