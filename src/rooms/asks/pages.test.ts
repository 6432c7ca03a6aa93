import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Scope } from '#ground/db'
import { Missing } from '#ground/refusal'
import type { Asked, Page } from '#ground/route'
import { sayTo, unknownReader } from '#ground/words'
import { withdrawn } from '#partnerships/pairs.testing'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { drafted, givenDraft, givenSent, saidNo, sent } from './asks.testing.ts'
import { newAskPage } from './new-ask.page.tsx'
import { sayYes } from './say-yes.ts'
import { askPage } from './show.page.tsx'

const house = await testHouse()

function drawn(page: Page, scope: Scope, params: Record<string, string> = {}, language: 'en' | 'fa-AF' = 'en') {
  const say = sayTo({ ...unknownReader, language })
  const me = { person: scope.person }
  const asked = { params, query: new URLSearchParams(), say, path: '/', me, formId: 'an-id' } as unknown as Asked
  return house.database.read(scope, async (db) => String(await (await page(db, asked)).body).replaceAll(/[\u2068\u2069]/g, ''))
}

test('One box, who reads it, and what one asked before; who is in no such programme is told whom to turn to.', async () => {
  const { asker, programme } = await givenDraft(house, 1)
  const page = await drawn(newAskPage, asker.scope)
  assert.match(page, /What do you need help with\?.*Those you ask, nobody else.*maxlength="600".*not sent/s)
  assert.match(page, /<input type="hidden" name="id" value="an-id"\/?>/)
  await withdrawn(house, asker)
  assert.match(await drawn(newAskPage, asker.scope), /You are in no programme/)
  const stranger = await givenPerson(house, programme.organisation)
  assert.doesNotMatch(await drawn(newAskPage, stranger.scope), /<textarea/)
})

test('Before sending: whom, why, in order, what they will read, what was understood and from which words; one primary button.', async () => {
  const { id, asker, mentors } = await givenDraft(house, 2)
  const page = await drawn(askPage, asker.scope, { ask: id })
  assert.match(page, /2 people could help.*They offer help with public speaking; you both speak English.*Ask first/s)
  assert.match(page, /What they will read.*Zahra would like your help with public speaking.*I have to present our results to donors/s)
  assert.match(page, /2 working days to answer/)
  assert.match(page, /from “present”/)
  assert.equal(page.match(/<button type="submit">/g)?.length, 1)
  const dari = await drawn(askPage, asker.scope, { ask: id }, 'fa-AF')
  assert.match(dari, /۲ شخص می‌توانند کمک کنند.*آنچه می‌خوانند/s)
  await assert.rejects(drawn(askPage, mentors[0]?.scope ?? asker.scope, { ask: id }), Missing)
})

test('Nobody fits, or no topic is understood: the page says what to do, and never ends there.', async () => {
  const given = await givenDraft(house, 0)
  assert.match(await drawn(askPage, given.asker.scope, { ask: given.id }), /Nobody of the programme who fits.*Tell my coordinator/s)
  const id = await drafted(house, given.asker.scope, given.programme.id, 'xyzzy')
  const page = await drawn(askPage, given.asker.scope, { ask: id })
  assert.match(page, /We did not understand the topic.*<select.*name="topics".*public speaking/s)
  assert.doesNotMatch(page, /sending/)
})

test('Who is asked reads the text, why, and until when; who was not asked yet, and a stranger, find nothing.', async () => {
  const given = await givenSent(house, 2)
  const [first, second] = given.mentors
  assert.ok(first && second)
  const page = await drawn(askPage, first.scope, { ask: given.id })
  assert.match(page, /Zahra asks for your help.*present our results to donors.*Why you: You offer help with public speaking/s)
  assert.match(page, /Please answer by Wednesday 25 November 2026, 19:29.*Yes, I will help.*No, not this time/s)
  await assert.rejects(drawn(askPage, second.scope, { ask: given.id }), Missing)
  await saidNo(house, given.id, first)
  assert.match(await drawn(askPage, first.scope, { ask: given.id }), /nobody is told who said no/)
  assert.match(await drawn(askPage, second.scope, { ask: given.id }), /Zahra asks for your help/)
})

test('The asker’s page reads the same after a no as before, but for the date; then it names who said yes.', async () => {
  const given = await givenSent(house, 2)
  const [first, second] = given.mentors
  assert.ok(first && second)
  const show = () => drawn(askPage, given.asker.scope, { ask: given.id })
  const before = await show()
  assert.match(before, /We ask Person \d+ and Person \d+, one at a time\. The next answer is due by Wednesday 25 November 2026, 19:29/)
  await saidNo(house, given.id, first)
  assert.equal(await show(), before)
  await house.writeAs(second.scope, (tx) => sayYes(tx, { ask: given.id, at: Temporal.Instant.from('2026-11-24T09:00:00Z') }))
  assert.match(await show(), /Somebody says yes.*will help you: Tuesday 24 November 2026, 09:00, \d+ minutes/s)
  assert.match(await drawn(askPage, second.scope, { ask: given.id }), /You meet on Tuesday 24 November 2026, 09:00/)
})

test('The coordinator sees the topic, the state and the dates, and neither the text nor a name of those asked.', async () => {
  const given = await givenDraft(house, 2)
  await assert.rejects(drawn(askPage, given.programme.coordinator, { ask: given.id }), Missing, 'a draft is the asker’s alone')
  await sent(house, given)
  const page = await drawn(askPage, given.programme.coordinator, { ask: given.id })
  assert.match(page, /Help with public speaking.*Zahra.*waiting for an answer.*1 of 2.*Wednesday 25 November 2026, 19:29/s)
  assert.doesNotMatch(page, /donors|Person \d/)
})

test('Two coordinators, one of whom is asked: each sees it as they stand to it.', async () => {
  const given = await givenSent(house, 1)
  const [first] = given.mentors
  assert.ok(first)
  const both: Scope = { ...first.scope, programmes: [given.programme.id] }
  assert.match(await drawn(askPage, both, { ask: given.id }), /Zahra asks for your help/)
  assert.match(await drawn(askPage, { ...given.asker.scope, programmes: [given.programme.id] }, { ask: given.id }), /on its way/)
})
