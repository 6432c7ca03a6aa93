import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { givenOfficer } from '#concerns/concerns.testing'
import type { Scope } from '#ground/db'
import { imported, sheetOf } from '#people/import.testing'
import { myAttributes, toldAttributes } from '#people/people-reads'
import { takeBack } from '#people/take-back'
import { tellAttributes } from '#people/tell-attributes'
import { changeRules } from '#programmes/change-rules'
import { attributeMarks, rulesInForce } from '#programmes/reads'
import { scoreCrowd } from '#scores/score'
import { assertNowhere, assertSomewhere } from '#testing/canary'
import { type GivenPerson, givenKeeper } from '#testing/given'
import { testHouse } from '#testing/house'
import { crowdOf } from './crowd.ts'
import { pairsOfRound } from './round-reads.ts'
import { type GivenProgramme, givenProgramme } from './rounds.testing.ts'
import { runRound } from './run-round.ts'

const house = await testHouse()
const salt = 'a salt of one round'
const none = { gender: null, ethnicity: null, birthYear: null, disability: null, identity: null }

const tell = (person: GivenPerson, told: object) =>
  house.writeAs(person.scope, (tx) => tellAttributes(tx, { person: person.id, told: { ...none, ...told } }))
const prefer = async (given: GivenProgramme, ethnicity: 'alike' | 'different') => {
  const { version, rules } = await house.read((db) => rulesInForce(db, given.id))
  const changed = { ...rules, preferences: { ...rules.preferences, ethnicity } }
  await house.writeAs(given.scope, (tx) => changeRules(tx, { programme: given.id, version, rules: changed }))
}
const run = (given: GivenProgramme) => house.writeAs(given.scope, (tx) => runRound(tx, { id: tx.newId(), programme: given.id }))

test('Told, told by a sheet, compared in a round and taken back: at no moment is a value in clear in any row.', async () => {
  const given = await givenProgramme(house, { mentors: [{}, {}], mentees: [{ fullName: 'Mira' }, {}] })
  await prefer(given, 'alike')
  const values = ['Larkspurish-77', 'شاهین‌زاده-۷۷', 'Sheetish-Heron-5', 'کبوترچاهی-۵']
  const [mira, other] = [given.mentees[0] ?? assert.fail(), given.mentees[1] ?? assert.fail()]
  await tell(other, { ethnicity: `${values[0]}, ${values[1]}` })
  await tell(given.mentors[0] ?? assert.fail(), { ethnicity: values[1] })
  await imported(
    house,
    given.keeper,
    sheetOf([
      ['Person code', 'Full name', 'Ethnicity'],
      [mira.code, 'Mira', `${values[2]}; ${values[3]}`],
    ]),
  )
  await assertNowhere(house.databaseName, values)
  const { id } = await run(given)
  await assertNowhere(house.databaseName, values)
  await assertSomewhere(house.databaseName, ['reason.attribute.alike'])
  const reasons = (await house.read((db) => pairsOfRound(db, id))).flatMap((pair) => pair.reasons)
  for (const { key, facts } of reasons.filter((one) => one.key.startsWith('reason.attribute'))) {
    assert.match(key, /^reason\.attribute\.(alike|differs)$/)
    assert.deepEqual(facts, {})
  }
  assert.deepEqual(await house.database.read(mira.scope, (db) => myAttributes(db, mira.id)), { ethnicity: `${values[2]}; ${values[3]}` })
  for (const person of [mira, other]) {
    await house.writeAs(person.scope, (tx) => takeBack(tx, { person: person.id, attribute: 'ethnicity' }))
    assert.deepEqual(await house.database.read(person.scope, (db) => toldAttributes(db, person.id)), [])
    const { rows } = await house.database.read(given.scope, (db) =>
      sql`select 1 from scope.attribute_marks(${given.id}, ${salt}) where person = ${person.id}`.execute(db),
    )
    assert.deepEqual(rows, [])
  }
  await imported(
    house,
    given.keeper,
    sheetOf([
      ['Person code', 'Full name', 'Ethnicity'],
      [mira.code, 'Mira', values[2] ?? ''],
    ]),
  )
  assert.deepEqual(await house.database.read(mira.scope, (db) => toldAttributes(db, mira.id)), [], 'no sheet tells it again')
  await assertNowhere(house.databaseName, values)
})

test('No row of it opens to a coordinator, an administrator, an officer, a partner or the house; marks to the coordinator’s matcher alone.', async () => {
  const given = await givenProgramme(house, { mentors: [{}], mentees: [{}] })
  await prefer(given, 'alike')
  const [person, partner] = [given.mentees[0] ?? assert.fail(), given.mentors[0] ?? assert.fail()]
  await tell(person, { gender: 'woman', ethnicity: 'Hazara' })
  await house.writeAs(person.scope, (tx) => takeBack(tx, { person: person.id, attribute: 'gender' }))
  const others: [string, Scope][] = [
    ['coordinator', given.scope],
    ['administrator', (await givenKeeper(house, given.organisation, 'administrator')).scope],
    ['officer', (await givenOfficer(house, given.organisation)).scope],
    ['partner', partner.scope],
    ['house', { door: 'house', person: null, home: null, organisations: [], programmes: [] }],
  ]
  for (const [who, scope] of others) {
    await house.database.read(scope, async (db) => {
      assert.deepEqual(await db.selectFrom('attributes').selectAll().execute(), [], who)
      assert.deepEqual(await db.selectFrom('attributesTakenBack').selectAll().execute(), [], who)
      assert.deepEqual(await myAttributes(db, person.id), {}, who)
    })
    await house.writeAs(scope, async (tx) => {
      const changed = await tx
        .updateTable('attributes')
        .set({ marks: 'a'.repeat(16) })
        .where('person', '=', person.id)
        .executeTakeFirst()
      assert.equal(changed.numUpdatedRows, 0n, who)
    })
  }
  for (const [who, scope] of others.filter(([name]) => name === 'officer' || name === 'partner'))
    await assert.rejects(
      house.database.read(scope, (db) => attributeMarks(db, given.id, salt)),
      /not yours to compare/,
      who,
    )
  const marks = await house.database.read(given.scope, (db) => attributeMarks(db, given.id, salt))
  assert.deepEqual([...(marks.get(person.id) ? Object.keys(marks.get(person.id) ?? {}) : [])], ['ethnicity'])
})

test('Who tells nothing ranks as high as by any answer, through the sealed way too.', async () => {
  for (const preference of ['alike', 'different'] as const) {
    const given = await givenProgramme(house, { mentors: [{}, {}, {}], mentees: [{}] })
    await prefer(given, preference)
    const [first, second, third] = [given.mentors[0], given.mentors[1], given.mentors[2]]
    await tell(given.mentees[0] ?? assert.fail(), { ethnicity: 'Hazara' })
    await tell(second ?? assert.fail(), { ethnicity: 'HAZARA' })
    await tell(third ?? assert.fail(), { ethnicity: 'Tajik' })
    const ranks: number[] = []
    for (const ethnicity of [null, 'hazara', 'Tajik', 'Uzbek']) {
      await tell(first ?? assert.fail(), { ethnicity })
      const crowd = await house.database.read(given.scope, (db) => crowdOf(db, given.id, salt))
      const { mentors, scores } = scoreCrowd(crowd)
      const mine = scores[mentors.findIndex(({ id }) => id === first?.id)] ?? assert.fail()
      ranks.push(scores.filter((score) => score > mine).length)
    }
    assert.deepEqual(ranks, preference === 'alike' ? [0, 0, 1, 1] : [0, 1, 0, 0], 'silent; alike; two that differ')
  }
})
