import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PersonColumn } from './column-names.ts'
import type { Mapping } from './columns.ts'
import { type ImportPlan, type KnownPerson, planImport } from './import-plan.ts'
import { type PersonRow, readPersonRow } from './person-row.ts'

type Given = Partial<Record<PersonColumn, string>>
const rowsOf = (...people: Given[]): PersonRow[] =>
  people.map((cells, at) => {
    const answer = readPersonRow({ line: at + 2, cells: Object.values(cells) }, Object.keys(cells) as Mapping, {
      language: 'en',
      calendar: 'gregory',
      zone: 'UTC',
      side: null,
      thisYear: 2030,
    })
    return 'row' in answer ? answer.row : assert.fail(JSON.stringify(answer.slips))
  })
const taken = (plan: ImportPlan): KnownPerson[] =>
  plan.fresh.map(({ profile, attributes }, at) => ({ id: `id-${at}`, profile: structuredClone(profile), attributes: { ...attributes } }))
const counts = ({ fresh, changed, same, held, refused }: ImportPlan) => [fresh, changed, same, held, refused].map(({ length }) => length)
const knownOf = (...people: Given[]) => taken(planImport(rowsOf(...people), []))

const ana = { fullName: 'Ana Silva', email: 'ana@un.org', unit: 'Finance' }

test('The same file again changes nothing, with codes or without.', () => {
  const sheet: Given[] = [
    ana,
    { fullName: 'Bo', phone: '0700 123' },
    { code: 'X1', fullName: 'Cy' },
    { code: 'X2', fullName: 'Cy', email: 'ana@un.org' },
  ]
  assert.deepEqual(counts(planImport(rowsOf(...sheet), [])), [4, 0, 0, 0, 0])
  assert.deepEqual(counts(planImport(rowsOf(...sheet), knownOf(...sheet))), [0, 0, 4, 0, 0])
})

test('Nobody is duplicated by case, spaces or Unicode form.', () => {
  for (const email of ['ANA@UN.ORG', ' ana@un.org', 'ａｎａ@un.org', 'ana\u200b@un.org']) {
    for (const fullName of ['Ana Silva', 'ANA  SILVA', 'Ána Silva']) {
      for (const known of [knownOf(ana), knownOf({ code: 'X1', ...ana })]) {
        assert.equal(planImport(rowsOf({ fullName, email }), known).fresh.length, 0, `${email} ${fullName}`)
      }
    }
  }
  assert.deepEqual(counts(planImport(rowsOf({ code: ' x1 ', fullName: 'Ana' }), knownOf({ code: 'X1', fullName: 'Ana' }))), [0, 0, 1, 0, 0])
})

test('Two names at one office address are two people; one code with a new name is one person, changed.', () => {
  assert.deepEqual(counts(planImport(rowsOf(ana, { ...ana, fullName: 'Bo' }), [])), [2, 0, 0, 0, 0])
  const plan = planImport(rowsOf({ code: 'X1', fullName: 'Ana Gómez' }), knownOf({ code: 'X1', fullName: 'Ana Silva' }))
  assert.deepEqual(plan.changed[0]?.differences, [{ field: 'fullName', before: 'Ana Silva', after: 'Ana Gómez' }])
})

test('A changed row names what differs, empties what the sheet empties, and leaves what the sheet does not speak of.', () => {
  const known = knownOf({ ...ana, about: 'Likes maps', gender: 'woman', country: 'IT' })
  const plan = planImport(rowsOf({ ...ana, unit: 'Policy', gender: '' }), known)
  assert.deepEqual(plan.changed[0]?.differences, [
    { field: 'unit', before: 'Finance', after: 'Policy' },
    { field: 'gender', before: 'woman', after: null },
  ])
  assert.deepEqual(
    [plan.changed[0]?.profile.about, plan.changed[0]?.profile.country, plan.changed[0]?.profile.zone],
    ['Likes maps', 'IT', 'Europe/Rome'],
  )
  assert.deepEqual(plan.changed[0]?.attributes, {})
})

test('A row without code, address or number is held; so is one that several known people answer to.', () => {
  assert.equal(planImport(rowsOf({ fullName: 'Nabi' }), []).held[0]?.why.key, 'held.person.unidentified')
  const two = knownOf({ ...ana, code: 'X1' }, { ...ana, code: 'X2' })
  assert.equal(planImport(rowsOf(ana), two).held[0]?.why.key, 'held.person.several')
})

test('A person twice in a file goes in once, and the second row names the first.', () => {
  const slip = (...people: Given[]) => planImport(rowsOf(...people), []).refused.map((refused) => refused.slip)
  assert.deepEqual(slip(ana, { fullName: 'Bo', phone: '123' }, ana), [{ key: 'slip.person.twice', facts: { line: 2 } }])
  assert.deepEqual(slip({ ...ana, code: 'X1' }, { fullName: 'Bo', code: 'x1' }), [
    { key: 'slip.person.code-twice', facts: { line: 2, code: 'x1' } },
  ])
  assert.deepEqual(slip(ana, { ...ana, unit: 'Policy' }), [{ key: 'slip.person.twice-different', facts: { line: 2 } }])
})

test('Whoever came without a code keeps their place when a later sheet brings one.', () => {
  const plan = planImport(rowsOf({ code: 'X7', ...ana }), knownOf(ana))
  assert.deepEqual(
    plan.changed[0]?.differences.map(({ field, after }) => [field, after]),
    [['code', 'X7']],
  )
  assert.deepEqual(counts(planImport(rowsOf({ code: 'X8', ...ana }), knownOf({ code: 'X7', ...ana }))), [1, 0, 0, 0, 0])
})

test('An old sheet finds a person who has been renamed since, under the code that was made of the old name.', () => {
  const [person] = knownOf(ana)
  assert.ok(person)
  const renamed = { ...person, profile: { ...person.profile, fullName: 'Ana Gómez' } }
  assert.deepEqual(counts(planImport(rowsOf(ana), [renamed])), [0, 1, 0, 0, 0])
})

test('A level that was given by hand to an unknown grade stays with it.', () => {
  const [person] = knownOf({ ...ana, grade: 'Wizard' })
  assert.ok(person)
  const levelled = { ...person, profile: { ...person.profile, gradeLevel: 4 } }
  assert.deepEqual(counts(planImport(rowsOf({ ...ana, grade: 'Wizard' }), [levelled])), [0, 0, 1, 0, 0])
  assert.equal(planImport(rowsOf({ ...ana, grade: 'P4' }), [levelled]).changed[0]?.profile.gradeLevel, 11)
})

test('Every row is in one list, no code is given twice, and a second import is all the same.', () => {
  const person = fc.record({
    code: fc.constantFrom('', '', 'A', 'a ', 'B'),
    fullName: fc.constantFrom('Ana', 'ANA', 'Bo'),
    email: fc.constantFrom('', 'x@y.org', 'X@Y.ORG', 'z@y.org'),
    phone: fc.constantFrom('', '0700', '+93 1'),
    unit: fc.constantFrom('', 'F'),
  })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 12 }), (people) => {
      const rows = rowsOf(...people)
      const plan = planImport(rows, [])
      assert.equal(
        counts(plan).reduce((a, b) => a + b, 0),
        rows.length,
      )
      const codes = plan.fresh.map(({ profile }) => profile.code.toLowerCase())
      assert.equal(new Set(codes).size, codes.length)
      const again = planImport(
        plan.fresh.map(({ row }) => row),
        taken(plan),
      )
      assert.deepEqual([again.fresh.length, again.changed.length], [0, 0])
    }),
    { numRuns: 500 },
  )
})

test('100,000 rows against 100,000 people are planned within a few seconds.', () => {
  const [one] = rowsOf(ana)
  assert.ok(one)
  const rows = Array.from({ length: 100_000 }, (_, i) => ({
    ...one,
    line: i,
    profile: { ...one.profile, fullName: `Ana ${i}`, email: `a${i}@un.org` },
  }))
  const known = taken(planImport(rows, []))
  const began = performance.now()
  assert.equal(planImport(rows, known).same.length, 100_000)
  assert.ok(performance.now() - began < 10_000, `${performance.now() - began} ms`)
})
