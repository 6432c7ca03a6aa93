import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importBytes } from '#people/import-reads'
import { columnsOf, openSheet } from '#people/judge-import'
import { attributesAsked, myAttributes, toldAttributes } from '#people/people-reads'
import { tellAttributes } from '#people/tell-attributes'
import { uploadSheet } from '#people/upload-sheet'
import { assertNowhere, assertSomewhere, foundIn } from '#testing/canary'
import { type GivenPerson, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { changeRules } from './change-rules.ts'
import { readPathway } from './check-pathway.ts'
import { enrol } from './enrol.ts'
import { pathwayOfKey } from './pathways.ts'
import { type GivenProgramme, givenProgramme, imported, refusedWith } from './programmes.testing.ts'
import { rulesInForce } from './reads.ts'

const house = await testHouse()
const headers = ['Person code', 'Full name', 'Gender', 'Ethnicity']

const put = (programme: GivenProgramme, person: string) =>
  house.writeAs(programme.coordinator, (tx) => enrol(tx, { id: tx.newId(), programme: programme.id, person, side: 'mentee' }))
const toldOf = async (person: GivenPerson) =>
  (await house.database.read(person.scope, (db) => toldAttributes(db, person.id))).map(({ attribute }) => attribute)
const askedOf = async (person: GivenPerson) => [...(await house.database.read(person.scope, attributesAsked)).keys()]
const switchOff = async (programme: GivenProgramme) => {
  const { version, rules } = await house.read((db) => rulesInForce(db, programme.id))
  await house.writeAs(programme.coordinator, (tx) =>
    changeRules(tx, { programme: programme.id, version, rules: { ...rules, withoutAttributes: true } }),
  )
}

test('Business coaching ships without attributes: who is in it alone is asked nothing, and may tell nothing.', async () => {
  const programme = await givenProgramme(house, { template: 'business-coaching' })
  assert.equal((await house.read((db) => rulesInForce(db, programme.id))).rules.withoutAttributes, true)
  const person = await givenPerson(house, programme.organisation)
  await put(programme, person.id)
  assert.deepEqual(await askedOf(person), [])
  const telling = house.writeAs(person.scope, (tx) => tellAttributes(tx, { person: person.id, told: { ethnicity: 'Hazara' } }))
  assert.equal(await refusedWith(telling), 'people.attributesOff')
  assert.deepEqual(await toldOf(person), [])
})

test('Who is in another programme too, which compares them, is asked for that one and named it, until it is over.', async () => {
  const off = await givenProgramme(house, { template: 'business-coaching' })
  const today = house.now().toZonedDateTimeISO('UTC').toPlainDate()
  const facts = { keeper: off.keeper, name: 'Side by Side', startsOn: today, endsOn: today.add({ weeks: 2 }) }
  const compares = await givenProgramme(house, facts)
  const person = await givenPerson(house, off.organisation)
  await put(off, person.id)
  await put(compares, person.id)
  const gender = (await house.database.read(person.scope, attributesAsked)).get('gender')
  assert.deepEqual(
    gender?.map(({ programme, uses }) => [programme, uses]),
    [['Side by Side', ['wish']]],
  )
  house.setNow(
    house
      .now()
      .add({ hours: 24 * 20 })
      .toString(),
  )
  assert.deepEqual(await askedOf(person), [])
})

test('What a sheet told of somebody goes when they come into such a programme; what they told themselves is theirs.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  const person = await givenPerson(house, keeper.organisation, { fullName: 'Somebody' })
  await imported(house, keeper, [headers, [person.code, 'Somebody', 'woman', 'Hazara']])
  await house.writeAs(person.scope, (tx) => tellAttributes(tx, { person: person.id, told: { gender: 'woman' } }))
  const programme = await givenProgramme(house, { keeper, template: 'business-coaching' })
  assert.deepEqual((await toldOf(person)).sort(), ['ethnicity', 'gender'])
  await put(programme, person.id)
  assert.deepEqual(await toldOf(person), ['gender'])
  assert.deepEqual(await house.database.read(person.scope, (db) => myAttributes(db, person.id)), { gender: 'woman' })
})

test('Switched off later, the same; but not of somebody whom another programme compares.', async () => {
  const keeper = await givenKeeper(house, await givenOrganisation(house))
  const [only, both] = [await givenPerson(house, keeper.organisation), await givenPerson(house, keeper.organisation)]
  await imported(house, keeper, [headers, ...[only, both].map(({ code, id }) => [code, `Person ${id.slice(0, 6)}`, 'woman', 'Hazara'])])
  const programme = await givenProgramme(house, { keeper })
  const other = await givenProgramme(house, { keeper })
  await put(programme, only.id)
  await put(programme, both.id)
  await put(other, both.id)
  await switchOff(programme)
  assert.deepEqual(await toldOf(only), [])
  assert.deepEqual((await toldOf(both)).sort(), ['ethnicity', 'gender'])
  const again = [headers, [only.code, `Person ${only.id.slice(0, 6)}`, 'man', 'Tajik']]
  await imported(house, keeper, again)
  assert.deepEqual(await toldOf(only), [], 'no sheet tells it again')
})

test('A sheet keeps no such column: not its cells, not those of rows that do not fit; its lines and other cells stay.', async () => {
  const { keeper } = await givenProgramme(house, { template: 'business-coaching' })
  const canaries = ['Kettlefinch-31', 'کاج‌بلوط-۳۱', 'Ragged-Kettle-9']
  const text = `Code,Full name,Gender,Ethnicity,Unit,Gender\nA,One,${canaries[0]},${canaries[1]},Desk,x\n\nB,Two,Jr,${canaries[2]},w,Desk,x\nC,"Three",w,h,Shop,y\n`
  const { id } = await house.writeAs(keeper.scope, (tx) =>
    uploadSheet(tx, {
      id: tx.newId(),
      organisation: keeper.organisation,
      fileName: 'p.csv',
      bytes: new TextEncoder().encode(text),
      side: null,
    }),
  )
  const { which, sheet, columns } = await house.database.read(keeper.scope, (db) => openSheet(db, id))
  assert.deepEqual(which.unkept, ['Gender', 'Ethnicity', 'Gender (2)'])
  assert.deepEqual(sheet.headers, ['Code', 'Full name', 'Unit'])
  assert.deepEqual(
    sheet.rows.map(({ line, cells }) => [line, ...cells]),
    [
      [2, 'A', 'One', 'Desk'],
      [4, '', '', ''],
      [5, 'C', 'Three', 'Shop'],
    ],
  )
  assert.equal(sheet.rows[1]?.trouble?.key, 'slip.sheet.ragged')
  assert.deepEqual(columns.mapping, ['code', 'fullName', 'unit'])
  // Even opened with the key that the keeper has, nothing of it is there.
  const kept = await house.database.read(keeper.scope, (db) => importBytes(db, id))
  assert.ok(kept.length > 0)
  assert.deepEqual(foundIn(Buffer.from(JSON.stringify(sheet)), canaries), [])
  await assertNowhere(house.databaseName, canaries)
  await assertSomewhere(house.databaseName, ['p.csv'])
})

test('Where an organisation has no such programme, or another of its programmes compares it, the column stays.', async () => {
  const on = await givenKeeper(house, await givenOrganisation(house))
  const { keeper: mixed } = await givenProgramme(house, { template: 'business-coaching' })
  await givenProgramme(house, { keeper: mixed })
  const { keeper: off } = await givenProgramme(house, { template: 'business-coaching' })
  const sheet = { headers: ['Full name', 'Gender', 'Identity to match'], rows: [], notes: [] }
  const mapped = ({ scope, organisation }: GivenPerson) =>
    house.database.read(scope, async (db) => (await columnsOf(db, organisation, sheet)).mapping)
  for (const keeper of [on, mixed]) assert.deepEqual(await mapped(keeper), ['fullName', 'gender', 'preferredIdentity'])
  assert.deepEqual(await mapped(off), ['fullName', 'ignore', 'ignore'])
})

test('A pathway that does without attributes neither prefers one nor asks for wishes about them.', () => {
  const pathway = pathwayOfKey('business-coaching') ?? assert.fail()
  const changed = (matching: object) => readPathway(JSON.stringify({ ...pathway, matching: { ...pathway.matching, ...matching } }))
  assert.ok('pathway' in changed({}))
  for (const wrong of [
    { wishesAsked: ['alikeOrDifferent'] },
    { wishesAsked: ['attributes'] },
    { preferences: { ...pathway.matching.preferences, ethnicity: 'alike' } },
    { hard: { ...pathway.matching.hard, sameRequired: ['gender'] } },
  ]) {
    const read = changed(wrong)
    assert.deepEqual('slips' in read && read.slips.map(({ key }) => key), ['slip.rules.without-attributes'], JSON.stringify(wrong))
    assert.ok('pathway' in changed({ ...wrong, withoutAttributes: false }))
  }
})
