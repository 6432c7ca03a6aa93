import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { readSheet } from '#ground/sheet'
import { writeCsv } from '#ground/sheet-write'
import { sayTo, unknownReader } from '#ground/words'
import { type GivenPerson, givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { completeImport } from './complete-import.ts'
import { imported, sheetOf, uploaded } from './import.testing.ts'
import { takeNone } from './import.ts'
import { knownPeople } from './import-reads.ts'
import { judgeImport } from './judge-import.ts'
import { refusedSheet } from './refused-sheet.ts'

const house = await testHouse()

const given = async () => givenKeeper(house, await givenOrganisation(house))
/** Everybody whom imports brought, the keeper left out. */
const peopleOf = async (keeper: GivenPerson) =>
  (await house.read((db) => knownPeople(db, keeper.organisation))).filter(({ id }) => id !== keeper.id)
const counts = (fresh: number, changed: number, same: number, held: number, refused: number) => ({ fresh, changed, same, held, refused })

const everything = [
  ['code', 'name', 'latin name', 'known as', 'email', 'phone', 'letter language', 'calendar', 'time zone', 'unit', 'job title', 'grade'],
  [
    'X1',
    'زهرا احمدی',
    'Zahra Ahmadi',
    'Zahra',
    'Zahra@UN.org',
    '+93 700 123 456',
    'Dari',
    'solar',
    'Asia/Kabul',
    'Finance',
    'Officer',
    'P3',
  ],
].map((row, at) => [
  ...row,
  ...(at === 0
    ? ['manager code', 'country', 'field', 'languages', 'can help with', 'wants help with', 'free hours', 'bio']
    : [
        'B1',
        'Afghanistan',
        'Finance',
        'Dari, French',
        'Budgets; Excel',
        'Public speaking',
        'Mon-Fri 9-12; Tue 14:00-16:30',
        'Line one\nLine two',
      ]),
])

test('Every field of the sheet is kept as it stands, and the same file again changes nothing.', async () => {
  const keeper = await given()
  assert.deepEqual(await imported(house, keeper, sheetOf(everything)), counts(1, 0, 0, 0, 0))
  const [before] = await peopleOf(keeper)
  assert.equal(before?.profile.fullName, 'زهرا احمدی')
  assert.equal(before?.profile.email, 'Zahra@UN.org')
  assert.deepEqual(before?.profile.languages, ['fa-AF', 'fr'])
  assert.equal(before?.profile.freeHours?.length, 6)
  assert.equal(before?.profile.about, 'Line one\nLine two')
  assert.ok(
    Object.values(before?.profile ?? {}).every((value) => value !== null),
    'a field was lost',
  )
  assert.deepEqual(await imported(house, keeper, sheetOf(everything)), counts(0, 0, 1, 0, 0))
  assert.deepEqual(await peopleOf(keeper), [before])
})

test('A changed row updates the person, the address with them, and leaves what the sheet does not speak of.', async () => {
  const keeper = await given()
  await imported(house, keeper, sheetOf(everything))
  const [before] = await peopleOf(keeper)
  const changed = sheetOf([
    ['code', 'name', 'email', 'unit'],
    ['x1', 'زهرا احمدی', 'new@un.org', 'Policy'],
  ])
  assert.deepEqual(await imported(house, keeper, changed), counts(0, 1, 0, 0, 0))
  const after = await peopleOf(keeper)
  assert.deepEqual(after, [{ ...before, profile: { ...before?.profile, code: 'x1', email: 'new@un.org', unit: 'Policy' } }])
  const contacts = await house.read((db) => db.selectFrom('contacts').select('folded').where('person', '=', before!.id).execute())
  assert.deepEqual(contacts.map(({ folded }) => folded).sort(), ['+93700123456', 'new@un.org'])
  const search = await house.read((db) => db.selectFrom('people').select('search').where('id', '=', before!.id).executeTakeFirstOrThrow())
  assert.match(search.search, /zahra ahmadi x1 new@un\.org/)
})

test('The good rows go in, the others are explained by number, and no row is lost.', async () => {
  const keeper = await given()
  const sheet = sheetOf([
    ['code', 'name', 'email'],
    ['1', 'Ana', 'ana@un.org'],
    ['2', 'Bo', 'not an address'],
    ['3', '', ''],
    ['1', 'Cy', ''],
    ['', 'Di', ''],
  ])
  const { id } = await uploaded(house, keeper, sheet)
  const { refused, held } = await house.database.read(keeper.scope, (db) => judgeImport(db, id))
  assert.deepEqual(
    refused.map(({ line, faults }) => [line, faults[0]?.field, faults[0]?.key]),
    [
      [3, 'email', 'slip.person.email'],
      [4, 'fullName', 'slip.person.name'],
      [5, 'code', 'slip.person.code-twice'],
    ],
  )
  assert.deepEqual(
    held.map(({ line, mayTake }) => [line, mayTake]),
    [[6, true]],
  )
  const done = await house.writeAs(keeper.scope, (tx) => completeImport(tx, { import: id, take: takeNone }))
  assert.deepEqual(done, counts(1, 0, 0, 1, 3))
  const [news] = (await house.news('import.completed')).slice(-1)
  assert.deepEqual([news?.subject, news?.facts], [id, done])
})

test('The refused sheet, mended, brings in those that were missing, and nobody twice.', async () => {
  const keeper = await given()
  const sheet = sheetOf([
    ['code', 'name', 'email', 'shoe size'],
    ['1', 'Ana', 'ana@un.org', '38'],
    ['2', 'Bo', 'bo at un.org', '=41'],
  ])
  for (const language of ['en', 'fa-AF'] as const) {
    const { id } = await uploaded(house, keeper, sheet)
    const judgement = await house.database.read(keeper.scope, (db) => judgeImport(db, id))
    const { headers, rows } = refusedSheet(sayTo({ ...unknownReader, language }), judgement)
    const back = await readSheet(writeCsv(headers, rows), 'refused.csv')
    assert.deepEqual(back.headers.slice(1), ['code', 'name', 'email', 'shoe size'])
    assert.deepEqual(back.rows[0]?.cells.slice(1), ['2', 'Bo', 'bo at un.org', '=41'])
    assert.match(back.rows[0]?.cells[0] ?? '', language === 'en' ? /^E-mail address: We could not read/ : /ایمیل/)
    await house.writeAs(keeper.scope, (tx) => completeImport(tx, { import: id, take: takeNone }))
    const mended = writeCsv(
      headers,
      rows.map((row) => row.map((cell) => cell.replace(' at ', '@'))),
    )
    assert.equal((await imported(house, keeper, mended)).refused, 0)
  }
  assert.deepEqual((await peopleOf(keeper)).map(({ profile }) => profile.code).sort(), ['1', '2'])
})

test('Nobody of another organisation sees, maps or completes an import.', async () => {
  const keeper = await given()
  const stranger = await given()
  const { id } = await uploaded(
    house,
    keeper,
    sheetOf([
      ['name', 'email'],
      ['Ana', 'ana@un.org'],
    ]),
  )
  await assert.rejects(
    house.database.read(stranger.scope, (db) => judgeImport(db, id)),
    Missing,
  )
  await assert.rejects(
    house.writeAs(stranger.scope, (tx) => completeImport(tx, { import: id, take: takeNone })),
    Missing,
  )
  assert.deepEqual(await peopleOf(keeper), [])
})
