import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attributesAsked } from '#people/people-reads'
import { tellAttributes } from '#people/tell-attributes'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { changeRules } from './change-rules.ts'
import { enrol } from './enrol.ts'
import { givenProgramme } from './programmes.testing.ts'
import { attributeMarks, attributesCompared, enrolmentsIn, rulesInForce } from './reads.ts'
import { readRules, rulesSchema } from './rules.ts'

const house = await testHouse()
const salt = 'a salt of one round'
const none = { gender: null, ethnicity: null, birthYear: null, disability: null, identity: null }

async function givenTold() {
  const programme = await givenProgramme(house)
  const person = await givenPerson(house, programme.organisation)
  await house.writeAs(programme.coordinator, (tx) =>
    enrol(tx, { id: tx.newId(), programme: programme.id, person: person.id, side: 'mentee', alike: ['gender'] }),
  )
  await house.writeAs(person.scope, (tx) =>
    tellAttributes(tx, { person: person.id, told: { ...none, gender: 'woman', ethnicity: 'Hazara' } }),
  )
  const rule = async (change: (rules: Awaited<ReturnType<typeof rulesInForce>>['rules']) => void) => {
    const { version, rules } = await house.read((db) => rulesInForce(db, programme.id))
    change(rules)
    return house.writeAs(programme.coordinator, (tx) =>
      changeRules(tx, { programme: programme.id, version, rules: rulesSchema.parse(rules) }),
    )
  }
  const marks = async () => {
    const of = await house.database.read(programme.coordinator, (db) => attributeMarks(db, programme.id, salt))
    return Object.keys(of.get(person.id) ?? {}).sort()
  }
  const asked = async () => [...(await house.database.read(person.scope, attributesAsked)).keys()].sort()
  return { programme, person, rule, marks, asked }
}

test('Only what a programme compares is asked, and only that is handed to its matcher.', async () => {
  const { rule, marks, asked } = await givenTold()
  await rule((rules) => {
    rules.weights.wishes = 'off'
    rules.preferences.gender = 'alike'
  })
  assert.deepEqual([await asked(), await marks()], [['gender'], ['gender']])
  await rule((rules) => {
    rules.preferences.gender = 'none'
    rules.hard.sameRequired = ['ethnicity']
  })
  assert.deepEqual([await asked(), await marks()], [['ethnicity'], ['ethnicity']])
  await rule((rules) => {
    rules.hard.sameRequired = []
  })
  assert.deepEqual([await asked(), await marks()], [[], []])
})

test('Where attributes are switched off nobody is asked, nothing is compared, and a wish to be alike is not kept.', async () => {
  const { programme, rule, marks, asked } = await givenTold()
  assert.equal((await asked()).length, 5, 'its pathway asks whether one wants somebody alike')
  await rule((rules) => {
    rules.withoutAttributes = true
    for (const attribute of ['gender', 'ethnicity', 'birthYear', 'disability', 'identity'] as const) rules.preferences[attribute] = 'none'
  })
  assert.deepEqual([await asked(), await marks()], [[], []])
  assert.deepEqual(await house.read((db) => attributesCompared(db, programme.id)), [])
  const later = await givenPerson(house, programme.organisation)
  await house.writeAs(programme.coordinator, (tx) =>
    enrol(tx, { id: tx.newId(), programme: programme.id, person: later.id, side: 'mentee', alike: ['gender'] }),
  )
  const kept = (await house.read((db) => enrolmentsIn(db, programme.id))).find(({ person }) => person === later.id)
  assert.deepEqual(kept?.alike, [])
})

test('Rules that need an attribute, in a programme without any, are refused by name.', () => {
  for (const rules of [{ preferences: { gender: 'alike' } }, { hard: { sameRequired: ['gender'] } }]) {
    const read = readRules(JSON.stringify({ withoutAttributes: true, ...rules }))
    assert.deepEqual('slips' in read && read.slips, [{ key: 'slip.rules.without-attributes', facts: {} }])
    assert.ok('rules' in readRules(JSON.stringify(rules)))
  }
})

test('Marks of one round say nothing of those of another.', async () => {
  const { programme, person } = await givenTold()
  const under = (of: string) =>
    house.database.read(programme.coordinator, async (db) => (await attributeMarks(db, programme.id, of)).get(person.id))
  assert.deepEqual(await under(salt), await under(salt))
  assert.notDeepEqual(await under(salt), await under('a salt of another round'))
})

test('Who does not coordinate the programme gets no marks.', async () => {
  const { programme, person } = await givenTold()
  await assert.rejects(
    house.database.read(person.scope, (db) => attributeMarks(db, programme.id, salt)),
    /not yours to compare/,
  )
})
