import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { type Fields, openPages, untouched, wordsOf } from './browser.testing.ts'
import { enrolmentRows, type GivenProgramme, givenProgramme, imported } from './programmes.testing.ts'
import { enrolmentsOfPerson, mustNotsOf, rulesInForce } from './reads.ts'
import { templates } from './templates.ts'

const house = await testHouse()
const { browserOf } = openPages(house)
const languages = ['en', 'fa-AF'] as const
const rulesOf = ({ id }: GivenProgramme) => house.read((db) => rulesInForce(db, id))

test('Saving the rules page as it stands changes nothing, in each language and for each kind of programme.', async () => {
  for (const language of languages) {
    for (const { key } of templates) {
      const programme = await givenProgramme(house, { template: key })
      const before = await rulesOf(programme)
      const browser = await browserOf(programme.keeper, language)
      const path = `/programmes/${programme.id}/rules`
      const done = await browser.post(path, untouched((await browser.get(path)).text, path))
      assert.equal(done.to, `/programmes/${programme.id}?done=saved`, wordsOf(done.text))
      assert.deepEqual(await rulesOf(programme), before)
    }
  }
})

test('What is changed on the rules page is in force, and stands on the page again.', async () => {
  const programme = await givenProgramme(house)
  const browser = await browserOf(programme.keeper, 'fa-AF')
  const path = `/programmes/${programme.id}/rules`
  const fields = untouched((await browser.get(path)).text, path)
  const typed = { ...fields, languagesInCommonMin: ['۲'], sameRequired: ['gender'], 'weight-topics': ['off'], bestMax: [''] }
  assert.equal((await browser.post(path, typed)).status, 303)
  const { version, rules } = await rulesOf(programme)
  assert.deepEqual([version, rules.hard.languagesInCommonMin, rules.hard.sameRequired, rules.weights.topics], [2, 2, ['gender'], 'off'])
  assert.deepEqual(untouched((await browser.get(path)).text, path), { ...typed, version: ['2'] })
  const bad = await browser.post(path, { ...typed, version: '2', hoursInCommonMin: '1,5', 'weight-hours': 'very' })
  assert.equal(bad.status, 422)
  assert.match(bad.text, /value="1,5"/)
  assert.equal((await rulesOf(programme)).version, 2)
})

test('A stale edit of the rules is refused with theirs beside it; saved again, it is meant.', async () => {
  const programme = await givenProgramme(house)
  const browser = await browserOf(programme.keeper)
  const path = `/programmes/${programme.id}/rules`
  const fields = untouched((await browser.get(path)).text, path)
  const hard = { lineManagement: 'manager', languagesInCommonMin: '3', sameRequired: ['gender', 'identity'], 'prefer-unit': 'alike' }
  await browser.post(path, { ...fields, ...hard, 'weight-country': 'essential' })
  const mine = { ...fields, 'weight-field': ['off'] }
  const refused = await browser.post(path, mine)
  assert.equal(refused.status, 422)
  const words = wordsOf(refused.text)
  assert.match(words, /A colleague changed the rules meanwhile/)
  for (const theirs of [
    'Line of management: Not one',
    'Languages in common, at least: 3',
    'Country: Essential',
    'Field: Important',
    ': rather alike',
  ]) {
    assert.match(words, new RegExp(`In force now, by a colleague[^]*${theirs}`, 'i'), theirs)
  }
  assert.doesNotMatch(words, /Free hours in common each week, at least:/, 'what is the same in both is not repeated')
  assert.equal((await rulesOf(programme)).rules.weights.field, 'important')
  const again = untouched(refused.text, path)
  assert.deepEqual(again, { ...mine, version: ['2'] })
  assert.equal((await browser.post(path, again)).status, 303)
  const { version, rules } = await rulesOf(programme)
  assert.deepEqual([version, rules.weights.field, rules.weights.country], [3, 'off', 'nice'])
})

test('One person is enrolled by code; an unknown code, no code, no side and odd places are answered on the page.', async () => {
  const programme = await givenProgramme(house)
  const { code, id } = await givenPerson(house, programme.organisation)
  const path = `/programmes/${programme.id}/enrolments`
  for (const language of languages) {
    const browser = await browserOf(programme.keeper, language)
    const fields = { ...untouched((await browser.get(path)).text, path), code: [code], capacity: ['۳'] }
    const codes = ['nobody<b>', ' ', 'x'.repeat(41)].map((wrong): Fields => ({ code: wrong }))
    const slips: Fields[] = [...codes, { side: 'both' }, { capacity: '1,5' }, { capacity: '-1' }]
    for (const wrong of slips) {
      const { status, text } = await browser.post(path, { ...fields, ...wrong })
      assert.equal(status, 422, JSON.stringify(wrong))
      assert.match(text, /role="alert"/)
      assert.doesNotMatch(text, /nobody<b>/)
      for (const [name, value] of Object.entries(wrong)) if (name !== 'side') assert.deepEqual(untouched(text, path)[name], [value])
    }
    const done = await browser.post(path, fields)
    assert.equal(done.to, `${path}?done=enrolled&n=${language === 'en' ? 1 : 0}&m=${language === 'en' ? 0 : 1}`)
    assert.match((await browser.get(done.to)).text, language === 'en' ? /One person is enrolled/ : /role="status"/)
  }
  assert.deepEqual(
    (await house.read((db) => enrolmentsOfPerson(db, id))).map(({ side, capacity }) => [side, capacity]),
    [['mentee', 3]],
  )
})

test('A refused import is answered on the list, whose links lead to the list.', async () => {
  const programme = await givenProgramme(house)
  const from = await imported(house, programme.keeper, [
    ['Full name', 'E-mail'],
    ['Ana', 'ana@example.org'],
  ])
  const browser = await browserOf(programme.keeper)
  const path = `/programmes/${programme.id}/enrolments`
  await browser.post(`${path}/import`, { import: from, side: 'mentee' })
  const refused = await browser.post(`${path}/import`, { import: from, side: 'sheet' })
  assert.equal(refused.status, 422)
  assert.match(wordsOf(refused.text), /does not say who is a mentor/)
  assert.doesNotMatch(refused.text, /href="[^"]*enrolments\/import/)
  assert.match(refused.text, new RegExp(`href="${path}.csv"`))
  const slips: Fields[] = [{ import: 'x', side: 'mentee' }, { import: crypto.randomUUID(), side: 'mentee' }, { side: 'mentee' }]
  for (const wrong of slips) {
    assert.equal((await browser.post(`${path}/import`, wrong)).status, 422)
  }
})

test('Two are kept apart and put together again on one page; the same form twice is once.', async () => {
  const programme = await givenProgramme(house)
  const [one, other] = [await givenPerson(house, programme.organisation), await givenPerson(house, programme.organisation)]
  const path = `/programmes/${programme.id}/must-nots`
  for (const language of languages) {
    const browser = await browserOf(programme.keeper, language)
    const fields = { ...untouched((await browser.get(path)).text, path), code: one.code, otherCode: other.code }
    for (const wrong of [{ otherCode: '' }, { otherCode: one.code }, { code: 'nobody' }]) {
      assert.equal((await browser.post(path, { ...fields, ...wrong })).status, 422)
    }
    for (let sent = 0; sent < 2; sent += 1) assert.equal((await browser.post(path, fields)).to, `${path}?done=saved`)
    const [row, ...more] = await house.read((db) => mustNotsOf(db, programme.id))
    assert.deepEqual(more, [])
    const lifting = untouched((await browser.get(path)).text, `${path}/lifting`)
    assert.deepEqual(lifting, { mustNot: [row?.id] })
    for (let sent = 0; sent < 2; sent += 1) assert.equal((await browser.post(`${path}/lifting`, lifting)).status, 303)
    assert.equal((await browser.post(`${path}/lifting`, { mustNot: 'x' })).status, 422)
    assert.deepEqual(await house.read((db) => mustNotsOf(db, programme.id)), [])
  }
})

test('The joining link: in once, changed, left, back again; then on the other side too.', async () => {
  const programme = await givenProgramme(house)
  const person = await givenPerson(house, programme.organisation, { canHelpWith: ['finance'], wantsHelpWith: ['writing'] })
  const browser = await browserOf(person, 'fa-AF')
  const path = `/joining/${programme.linkKey}`
  const fields = { ...untouched((await browser.get(path)).text, path), side: ['mentee'] }
  assert.equal((await browser.post(path, { ...fields, capacity: '1,5' })).status, 422)
  for (let sent = 0; sent < 2; sent += 1) assert.equal((await browser.post(path, fields)).to, `${path}?done=joined`)
  const [mine] = await house.read((db) => enrolmentsOfPerson(db, person.id))
  assert.deepEqual([mine?.side, mine?.capacity, mine?.topics], ['mentee', 1, ['writing']])
  const own = `/enrolments/${mine?.id}`
  for (const [capacity, status] of [
    ['۲', 303],
    ['-1', 422],
    ['1,5', 422],
    ['51', 422],
  ] as const) {
    assert.equal((await browser.post(`${own}/capacity`, { capacity })).status, status)
  }
  assert.equal((await browser.get(own)).text.match(/value="۲"/)?.length, 1)
  assert.equal((await browser.post(`${own}/withdrawal`, {})).to, '/?done=saved')
  const left = await browser.get(own)
  assert.deepEqual([left.status, /<form method="post" action="\/enrolments/.test(left.text)], [200, false])
  assert.equal((await browser.post(`${own}/capacity`, { capacity: '3' })).status, 422)
  const back = { ...untouched((await browser.get(path)).text, path), side: ['mentee'] }
  assert.equal((await browser.post(path, back)).status, 303)
  assert.equal((await browser.post(path, { ...untouched((await browser.get(path)).text, path) })).status, 303)
  assert.deepEqual(
    (await enrolmentRows(house, programme.id)).map(({ side, withdrawnAt }) => [side, withdrawnAt === null]),
    [
      ['mentee', false],
      ['mentee', true],
      ['mentor', true],
    ],
  )
  assert.doesNotMatch((await browser.get(path)).text, new RegExp(`action="${path}"`), 'nothing is left to join')
})

test('By invitation, or when it is over, the link says so and has no form; a form of before is refused.', async () => {
  const invited = await givenProgramme(house, { joining: 'invited' })
  const open = await givenProgramme(house)
  const before = house.now().toString()
  for (const [programme, now, words] of [
    [invited, before, /The coordinator enrols people/],
    [open, '2027-12-01T08:00:00Z', /This programme is over/],
  ] as const) {
    house.setNow(now)
    const browser = await browserOf(await givenPerson(house, programme.organisation))
    const path = `/joining/${programme.linkKey}`
    const { text } = await browser.get(path)
    assert.match(wordsOf(text), words)
    assert.doesNotMatch(text, new RegExp(`action="${path}"`))
    const refused = await browser.post(path, { id: crypto.randomUUID(), side: 'mentee' })
    assert.equal(refused.status, 422)
    assert.match(wordsOf(refused.text), words)
    house.setNow(before)
    assert.deepEqual(await enrolmentRows(house, programme.id), [])
  }
})
