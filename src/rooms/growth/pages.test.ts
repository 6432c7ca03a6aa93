import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { brotliCompressSync, constants } from 'node:zlib'
import { doorOf } from '#people/web.testing'
import { untouched, wordsOf } from '#programmes/browser.testing'
import { testHouse } from '#testing/house'
import { type Grown, givenGrown, newId } from './growth.testing.ts'
import { limits } from './growth.ts'
import { markStep } from './mark-step.ts'
import { openOpportunity } from './open-opportunity.ts'
import { rewordGoal } from './reword-goal.ts'
import { setGoal } from './set-goal.ts'
import { setStep } from './set-step.ts'
import { tellOutcome } from './tell-outcome.ts'
import { web } from './web.ts'

const house = await testHouse()
const { browserOf } = doorOf(house, web)
const budget = { bytesMax: 14_000, elementsMax: 900 }

/** Dari as it is written, as many letters as fit, and never the same twice. */
const dari = readFileSync(join(import.meta.dirname, '..', '..', 'ground', 'words', 'fa-AF.json'), 'utf8')
const words = Object.values(JSON.parse(dari) as Record<string, { text: string }>).flatMap(({ text }) =>
  text.includes('{') ? [] : text.split(' '),
)
let drawn = 7
const longText = (chars: number) => {
  let text = ''
  while (text.length < chars) {
    drawn = (drawn * 48_271) % 2_147_483_647
    text += `${words[drawn % words.length]} `
  }
  return text.slice(0, chars).trim()
}

async function fill(pair: Grown): Promise<Record<string, string>> {
  const { id: partnership } = pair
  const [goal, step, skill, opportunity] = [newId(), newId(), await pair.skill('mentee', longText(60)), newId()]
  for (let nth = 0; nth < limits.goalsMax; nth += 1) {
    const texts = { text: longText(limits.textCharsMax), shownBy: longText(limits.textCharsMax) }
    const id = nth === 0 ? goal : newId()
    await pair.by('mentee', (tx) => setGoal(tx, { id, partnership, ...texts, of: 'both' }))
    for (const side of ['mentor', 'mentee'] as const) await pair.rated(side, id, 1)
  }
  for (let version = 1; version < limits.versionsShownMax; version += 1) {
    const texts = { text: longText(limits.textCharsMax), shownBy: longText(limits.textCharsMax) }
    await pair.by('mentor', (tx) => rewordGoal(tx, { id: newId(), goal, version, ...texts }))
  }
  for (let nth = 0; nth < limits.stepsOpenMax; nth += 1) {
    const text = { step: longText(limits.stepCharsMax), owner: 'mentee' as const, dueOn: Temporal.PlainDate.from('2026-12-02') }
    await pair.by('mentee', (tx) => setStep(tx, { id: nth === 0 ? step : newId(), partnership, ...text }))
  }
  for (const side of ['mentor', 'mentee'] as const) {
    for (let nth = 1; nth < limits.skillsMax; nth += 1) await pair.assessed(side, await pair.skill(side, longText(60)), 3)
  }
  for (let nth = 0; nth < limits.assessmentsShownMax; nth += 1) {
    house.setNow(house.now().add({ hours: 24 }).toString())
    await pair.assessed(nth % 2 ? 'mentor' : 'mentee', skill, 4, longText(limits.noteCharsMax))
  }
  for (let nth = 0; nth < limits.opportunitiesMax; nth += 1) {
    const opened = { openedBy: 'mentor' as const, kind: 'funding' as const, text: longText(limits.textCharsMax) }
    await pair.by('mentee', (tx) => openOpportunity(tx, { id: nth === 0 ? opportunity : newId(), partnership, ...opened }))
  }
  for (let nth = 0; nth < limits.outcomesShownMax; nth += 1) {
    const told = { opportunity, outcome: 'led-to' as const, text: longText(limits.textCharsMax) }
    await pair.by('mentee', (tx) => tellOutcome(tx, { id: newId(), ...told }))
  }
  return { partnership, goal, step, skill, opportunity }
}

test('Filled to their limits, in Dari, all pages of the room keep the budget of every page.', async () => {
  const pair = await givenGrown(house)
  const ids = await fill(pair)
  const browser = await browserOf(pair.mentee, 'fa-AF')
  for (const { path } of web.filter(({ does }) => does === 'page')) {
    const { status, text, bytes: whole } = await browser.get(path.replace(/:(\w+)/g, (_all, name: string) => ids[name] ?? ''))
    assert.equal(status, 200, path)
    const bytes = brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length
    const elements = text.match(/<[a-z][^\s>/]*/gi)?.length ?? 0
    assert.ok(bytes <= budget.bytesMax && elements <= budget.elementsMax, `${path}: ${bytes} bytes, ${elements} elements`)
  }
})

test('Who changes a text that the partner changed meanwhile sees both side by side, and their next save is kept.', async () => {
  const pair = await givenGrown(house)
  const goal = await pair.goal('As it was')
  const path = `/goals/${goal}`
  const browser = await browserOf(pair.mentee)
  const form = untouched((await browser.get(path)).text, `${path}/text`)
  await pair.by('mentor', (tx) => rewordGoal(tx, { id: newId(), goal, version: 1, text: 'Of the mentor', shownBy: null }))
  const told = await browser.post(`${path}/text`, { ...form, text: 'Of the mentee', shownBy: 'My own proof' })
  assert.equal(told.status, 422)
  assert.match(wordsOf(told.text), /The text now, by Person \d+ Of the mentor What you wrote Of the mentee What would show it My own proof/)
  const again = untouched(told.text, `${path}/text`)
  assert.deepEqual([again.text, again.shownBy, again.version], [['Of the mentee'], ['My own proof'], ['2']])
  assert.equal((await browser.post(`${path}/text`, again)).status, 303)
  assert.match((await browser.get(path)).text, /<h1 dir="auto">Of the mentee<\/h1>/)
})

test('What was typed is not lost where something is to be mended, and each form mends its own.', async () => {
  const pair = await givenGrown(house)
  const path = `/partnerships/${pair.id}/goals`
  const browser = await browserOf(pair.mentee)
  const step = { id: newId(), step: 'Write to her', owner: 'mentor', dueOn: 'soon' }
  const told = await browser.post(`/partnerships/${pair.id}/next-steps`, step)
  assert.equal(told.status, 422)
  const fields = untouched(told.text, `/partnerships/${pair.id}/next-steps`)
  assert.deepEqual([fields.id, fields.step, fields.owner, fields.dueOn], [[step.id], ['Write to her'], ['mentor'], ['soon']])
  const other = untouched(told.text, path)
  assert.deepEqual([other.text, other.id?.[0] === step.id], [[''], false], 'the other form is as it was')
  assert.match(told.text, /href="#f-dueOn"/)
})

test('A step whose day has passed is shown kindly, and is done by one press.', async () => {
  const pair = await givenGrown(house)
  const today = house.now().toZonedDateTimeISO('UTC').toPlainDate()
  const step = await pair.step('mentee', today.toString(), 'Write to her')
  house.setNow(house.now().add({ hours: 48 }).toString())
  const browser = await browserOf(pair.mentee)
  const path = `/partnerships/${pair.id}/goals`
  assert.match(wordsOf((await browser.get(path)).text), /You, by .* The day has passed; it can still be done/)
  assert.equal((await browser.post(`/next-steps/${step}/state`, { state: 'done' })).to, `${path}?done=saved`)
  assert.match(wordsOf((await browser.get(path)).text), /One step done or let go Write to her done You/)
})

test('After the end all is read and nothing asks to be filled in.', async () => {
  const pair = await givenGrown(house)
  const goal = await pair.goal()
  const skill = await pair.skill('mentee', 'budgeting')
  const step = await pair.step('mentee', house.now().toZonedDateTimeISO('UTC').toPlainDate().toString())
  await pair.by('mentee', (tx) => markStep(tx, { step, state: 'done' }))
  await pair.over()
  const browser = await browserOf(pair.mentor)
  for (const path of [`/partnerships/${pair.id}/goals`, `/goals/${goal}`, `/partnerships/${pair.id}/skills`, `/skills/${skill}`]) {
    const { status, text } = await browser.get(path)
    assert.equal(status, 200)
    const deeds = [...text.matchAll(/<form method="post" action="([^"]*)"/g)].map((match) => match[1] ?? '')
    assert.deepEqual(
      deeds.filter((to) => !/^\/(language|session)/.test(to)),
      [],
      path,
    )
    assert.match(wordsOf(text), /This partnership has ended/)
  }
})

test('A portfolio is taken along as a page that needs nothing else, in the reader’s language and direction.', async () => {
  const pair = await givenGrown(house)
  const goal = await pair.goal('پیش بردن <مجلس>')
  await pair.rated('mentor', goal, 2)
  const skill = await pair.skill('mentee', 'budgeting')
  await pair.assessed('mentee', skill, 1)
  await pair.assessed('mentor', skill, 3, 'Clear & short')
  const browser = await browserOf(pair.mentee, 'fa-AF')
  const page = await browser.get('/portfolio')
  assert.match(page.text, /href="\/portfolio\.html"/)
  const { status, text } = await browser.get('/portfolio.html')
  assert.equal(status, 200)
  assert.match(text, /^<!doctype html><html lang="fa-AF" dir="rtl">/)
  assert.match(text, /پیش بردن &lt;مجلس&gt;/)
  assert.match(wordsOf(text), /رهنمای من: \+۲ بسیار بیشتر از انتظار/)
  assert.match(text, /Clear &amp; short/)
  assert.match(text, /<svg [^>]*direction="ltr"[^>]*><title/)
  assert.doesNotMatch(text, /(src|href|action)="|<script|@import|url\(/)
  const partner = (await house.read((db) => db.selectFrom('people').select('fullName').where('id', '=', pair.mentor.id).execute()))[0]
  assert.ok(!text.includes(partner?.fullName ?? '?'), 'no partner by name')
  const chosen = untouched(page.text, '/portfolio')
  assert.equal((await browser.post('/portfolio', { ...chosen, goals: [] })).status, 303)
  assert.doesNotMatch((await browser.get('/portfolio.html')).text, /مجلس/)
  assert.deepEqual(JSON.parse((await browser.get('/portfolio.json')).text).goals, [])
})
