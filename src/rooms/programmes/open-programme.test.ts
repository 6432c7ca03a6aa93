import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { openProgrammeForm } from './open-programme.form.ts'
import { openProgramme } from './open-programme.ts'
import { givenProgramme, particulars, refusedWith } from './programmes.testing.ts'
import { findProgramme, rulesInForce } from './reads.ts'
import { rulesSchema } from './rules.ts'
import { templates } from './templates.ts'

const house = await testHouse()
const given = async () => givenKeeper(house, await givenOrganisation(house))

const typed = {
  id: '019ab000-0000-7000-8000-000000000000',
  organisation: '019ab000-0000-7000-8000-000000000001',
  template: 'mentoring',
  name: 'Lamps',
  startsOn: '23 November 2026',
  endsOn: '1 June 2027',
  joining: 'invited',
}
const read = (values: Record<string, string>) => openProgrammeForm({ ...typed, ...values })
const slipsOf = (values: Record<string, string>) => {
  const answer = read(values)
  return 'slips' in answer ? answer.slips.map(({ field, key }) => `${field} ${key}`) : []
}

test('A programme opens with the rules of its template, as version one, and is news.', async () => {
  for (const { key, hard, weights, preferences, bestLevel, withoutAttributes } of templates) {
    const { id, name, linkKey, openedBy, keeper } = await givenProgramme(house, { template: key })
    assert.deepEqual([name, openedBy], ['Lamps', keeper.id])
    assert.ok(linkKey.length >= 20, 'the link cannot be guessed')
    const rules = rulesSchema.parse({ hard, weights, preferences, bestLevel, withoutAttributes })
    assert.deepEqual(await house.read((db) => rulesInForce(db, id)), { version: 1, rules })
    const [news] = (await house.news('programme.opened')).filter(({ subject }) => subject === id)
    assert.deepEqual(news?.facts, { template: key })
  }
})

test('The same form twice opens one programme, and is one piece of news.', async () => {
  const keeper = await given()
  const asked = particulars(house, keeper)
  for (const name of ['First', 'Second']) await house.writeAs(keeper.scope, (tx) => openProgramme(tx, { ...asked, name }))
  assert.equal((await house.read((db) => findProgramme(db, asked.id)))?.name, 'First')
  assert.equal((await house.read((db) => rulesInForce(db, asked.id))).version, 1)
  assert.equal((await house.news('programme.opened')).filter(({ subject }) => subject === asked.id).length, 1)
})

test('Only who keeps the organisation opens programmes in it; to anybody else it is not there.', async () => {
  const [keeper, other] = [await given(), await given()]
  const colleague = await givenPerson(house, keeper.organisation)
  for (const { scope } of [other, colleague]) {
    const asked = particulars(house, keeper)
    assert.equal(await refusedWith(house.writeAs(scope, (tx) => openProgramme(tx, asked))), 'Missing')
    assert.equal(await house.read((db) => findProgramme(db, asked.id)), undefined)
  }
})

test('There is no kind of programme but the templates.', async () => {
  const keeper = await given()
  const deed = house.writeAs(keeper.scope, (tx) => openProgramme(tx, particulars(house, keeper, { template: 'speed-dating' })))
  assert.equal(await refusedWith(deed), 'programmes.noTemplate')
  assert.deepEqual(slipsOf({ template: 'speed-dating' }), ['template slip.choose'])
})

test('The house opens a programme for somebody by name, and never for nobody.', async () => {
  const keeper = await given()
  const asked = particulars(house, keeper, { openedBy: keeper.id })
  await house.write((tx) => openProgramme(tx, asked))
  assert.equal((await house.read((db) => findProgramme(db, asked.id)))?.openedBy, keeper.id)
  assert.equal(await refusedWith(house.write((tx) => openProgramme(tx, particulars(house, keeper)))), 'AssertionError')
})

test('A name in any script is kept exactly as it was written.', async () => {
  for (const name of ["Robert'); drop table programmes;--", 'رهنمایی ۱۴۰۵ 🪔', '\u202egnirotnem', '<b>Lamps</b>', 'x'.repeat(200)]) {
    assert.equal((await givenProgramme(house, { name })).name, name)
  }
})

test('Dates are read as people write them: Solar Hijri, Persian digits, either order.', () => {
  for (const startsOn of ['2 Qaws 1405', '۲ قوس ۱۴۰۵', '1405-09-02', '23 Nov 2026', '2026-11-23', '۲۰۲۶-۱۱-۲۳']) {
    const answer = read({ startsOn })
    assert.ok('input' in answer, startsOn)
    assert.equal(answer.input.startsOn.toString(), '2026-11-23', startsOn)
  }
})

test('A date that is none, an end before or on the start, and more than five years are named at their field.', () => {
  for (const bad of ['', 'soon', '31 February 2027', '0000-00-00', '9'.repeat(99)]) {
    assert.deepEqual(slipsOf({ endsOn: bad }), ['endsOn slip.date'], bad)
  }
  assert.deepEqual(slipsOf({ startsOn: 'soon', endsOn: 'later' }), ['startsOn slip.date', 'endsOn slip.date'])
  for (const endsOn of ['22 November 2026', '23 November 2026'])
    assert.deepEqual(slipsOf({ endsOn }), ['endsOn slip.programme.ends-before'])
  assert.deepEqual(slipsOf({ endsOn: '24 November 2026' }), [])
  assert.deepEqual(slipsOf({ endsOn: '24 November 2031' }), [])
  assert.deepEqual(slipsOf({ endsOn: '25 November 2031' }), ['endsOn slip.programme.too-long'])
})

test('A name must be there and within 200 characters, a purpose within 2,000; every slip is named at once.', () => {
  assert.deepEqual(slipsOf({ name: '  \n ' }), ['name slip.programme.name'])
  assert.deepEqual(slipsOf({ name: 'x'.repeat(201), purpose: 'x'.repeat(2_001), joining: 'all' }), [
    'name slip.too-long',
    'purpose slip.too-long',
    'joining slip.choose',
  ])
  assert.deepEqual(slipsOf({ id: '31' }), ['id slip.stale'])
})
