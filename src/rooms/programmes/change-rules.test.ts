import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Values } from '#ground/form'
import { testHouse } from '#testing/house'
import { changeRulesForm } from './change-rules.form.ts'
import { changeRules } from './change-rules.ts'
import { givenProgramme, refusedWith } from './programmes.testing.ts'
import { rulesInForce } from './reads.ts'
import { comparable, criteria, everythingCounts, type Rules } from './rules.ts'

const house = await testHouse()
const stricter: Rules = { ...everythingCounts, hard: { ...everythingCounts.hard, languagesInCommonMin: 2 } }
const looser: Rules = { ...everythingCounts, hard: { ...everythingCounts.hard, lineManagement: 'allowed' } }

test('New rules are in force at once, as the next version; those of before stay for the rounds that ran on them.', async () => {
  const { id, coordinator } = await givenProgramme(house)
  await house.writeAs(coordinator, (tx) => changeRules(tx, { programme: id, version: 1, rules: stricter }))
  assert.deepEqual(await house.read((db) => rulesInForce(db, id)), { version: 2, rules: stricter })
  const rows = await house.read((db) => db.selectFrom('programmeRules').select('version').where('programme', '=', id).execute())
  assert.equal(rows.length, 2)
  const news = (await house.news('rules.changed')).filter(({ subject }) => subject === id)
  assert.deepEqual(
    news.map(({ facts }) => facts),
    [{ version: 2 }],
  )
})

test('Rules that say the same change nothing, even from an old page; sent twice they are one version.', async () => {
  const { id, coordinator } = await givenProgramme(house)
  const put = (version: number, rules: Rules) => house.writeAs(coordinator, (tx) => changeRules(tx, { programme: id, version, rules }))
  await put(1, stricter)
  await put(1, stricter)
  await put(7, structuredClone(stricter))
  assert.equal((await house.read((db) => rulesInForce(db, id))).version, 2)
})

test('Of two coordinators the second is told, and nothing of theirs is in force.', async () => {
  const { id, coordinator } = await givenProgramme(house)
  const put = (rules: Rules) => house.writeAs(coordinator, (tx) => changeRules(tx, { programme: id, version: 1, rules }))
  await put(stricter)
  assert.equal(await refusedWith(put(looser)), 'programmes.rulesChanged')
  assert.deepEqual((await house.read((db) => rulesInForce(db, id))).rules, stricter)
})

test('Of many at the same instant, one is kept and the others are told.', async () => {
  const { id, coordinator } = await givenProgramme(house)
  const rulesOf = (nth: number): Rules => ({ ...stricter, hard: { ...stricter.hard, hoursInCommonMin: nth } })
  for (let version = 1; version <= 5; version += 1) {
    const tries = Array.from({ length: 16 }, (_, nth) =>
      house.writeAs(coordinator, (tx) => changeRules(tx, { programme: id, version, rules: rulesOf(version * 20 + nth) })),
    )
    const done = await Promise.allSettled(tries)
    assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
    const reasons = done.flatMap((one) => (one.status === 'rejected' ? [one.reason.reason] : []))
    assert.deepEqual([...new Set(reasons)], ['programmes.rulesChanged'])
    assert.equal((await house.read((db) => rulesInForce(db, id))).version, version + 1)
  }
})

test('A version that never was is no version to change.', async () => {
  const { id, coordinator } = await givenProgramme(house)
  for (const version of [0, 7]) {
    const deed = house.writeAs(coordinator, (tx) => changeRules(tx, { programme: id, version, rules: stricter }))
    assert.equal(await refusedWith(deed), 'programmes.rulesChanged')
  }
  assert.equal((await house.read((db) => rulesInForce(db, id))).version, 1)
})

test('To who does not coordinate it the programme is not there.', async () => {
  const [{ id }, other] = [await givenProgramme(house), await givenProgramme(house)]
  const deed = house.writeAs(other.coordinator, (tx) => changeRules(tx, { programme: id, version: 1, rules: stricter }))
  assert.equal(await refusedWith(deed), 'Missing')
})

const typed: Values = {
  programme: '019ab000-0000-7000-8000-000000000000',
  version: '1',
  lineManagement: 'chain',
  sameUnit: 'allowed',
  grades: 'above',
  gradesMin: '۱',
  bestStands: 'above',
  bestMin: '1',
  bestMax: '',
  languagesInCommonMin: '1',
  hoursInCommonMin: '0',
  ...Object.fromEntries(criteria.map((one) => [`weight-${one}`, 'nice'])),
  ...Object.fromEntries(comparable.map((one) => [`prefer-${one}`, 'none'])),
}
const slipsOf = (values: Values) => {
  const read = changeRulesForm({ ...typed, ...values })
  return 'slips' in read ? read.slips.map(({ field, key }) => `${field} ${key}`) : []
}

test('The page’s answers become rules; numbers come in any digits, an empty “up to” is no limit.', () => {
  const read = changeRulesForm({ ...typed, sameRequired: ['identity', 'gender', 'shoe'] })
  assert.ok('input' in read)
  const { hard, bestLevel, weights } = read.input.rules
  assert.deepEqual(hard.grades, { mentorStands: 'above', min: 1, max: null })
  assert.deepEqual(hard.sameRequired, ['gender', 'identity'])
  assert.deepEqual([bestLevel, weights.topics], [{ mentorStands: 'above', min: 1, max: null }, 'nice'])
})

test('With a mentor anywhere, the best distance stays on the side where it was.', () => {
  const read = changeRulesForm({ ...typed, grades: 'any', bestStands: 'below' })
  assert.ok('input' in read)
  assert.deepEqual([read.input.rules.hard.grades, read.input.rules.bestLevel.mentorStands], [null, 'below'])
})

test('What is no number, or beyond its bounds, is named at its field, all at once.', () => {
  assert.deepEqual(slipsOf({ gradesMin: '1,5', bestMin: '-1', bestMax: 'ten', languagesInCommonMin: '13', hoursInCommonMin: '' }), [
    'bestMin slip.whole',
    'bestMax slip.whole',
    'languagesInCommonMin slip.whole',
    'hoursInCommonMin slip.whole',
    'gradesMin slip.whole',
  ])
  assert.deepEqual(slipsOf({ bestMax: '31' }), ['bestMax slip.whole'])
  assert.deepEqual(slipsOf({ bestMin: '3', bestMax: '2' }), ['bestMax slip.rules.best-order'])
})

test('An answer that is missing or none of the choices is asked for at its field; it never becomes a looser rule.', () => {
  for (const field of ['lineManagement', 'sameUnit', 'grades', 'weight-topics', 'prefer-unit']) {
    const { [field]: _left, ...rest } = typed
    const cut = changeRulesForm(rest)
    assert.deepEqual('slips' in cut && cut.slips.map((slip) => `${slip.field} ${slip.key}`), [`${field} slip.choose`], field)
    assert.deepEqual(slipsOf({ [field]: 'whatever' }), [`${field} slip.choose`])
    assert.deepEqual(slipsOf({ [field]: ['a', 'b'] }), [`${field} slip.choose`])
  }
})

test('A page without its version, or of no programme, is too old.', () => {
  const old: Values[] = [{ version: '' }, { version: '-1' }, { version: '99999' }, { programme: '7' }]
  for (const values of old) {
    assert.deepEqual(slipsOf(values), [' slip.stale'])
  }
})
