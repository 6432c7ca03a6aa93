import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Scope } from '#ground/db'
import type { Values } from '#ground/form'
import { Missing } from '#ground/refusal'
import type { Asked, Page } from '#ground/route'
import { readSheet } from '#ground/sheet'
import { sayTo, unknownReader } from '#ground/words'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { accept } from './accept.ts'
import { answerForm } from './answer.form.ts'
import { decline } from './decline.ts'
import { pairsCsv, pairsXlsx } from './pair-sheet.ts'
import { pairsPage } from './pairs.page.tsx'
import { givenPair, givenSide, proposed } from './pairs.testing.ts'
import { partnershipPage } from './show.page.tsx'

const house = await testHouse()

const askedFor = (params: Record<string, string>, query = '', language: 'en' | 'fa-AF' = 'en') =>
  ({ params, query: new URLSearchParams(query), say: sayTo({ ...unknownReader, language }), path: '/', me: null }) as unknown as Asked

const drawn = (page: Page, scope: Scope, asked: Asked) =>
  house.database.read(scope, async (db) => String(await (await page(db, asked)).body).replaceAll(/[\u2068\u2069]/g, ''))

test('A side is asked one thing: what, why, until when, who sees what; waits without names; then meets.', async () => {
  const { id, mentor, mentee } = await givenPair(house, { mentee: { fullName: 'Zahra', email: 'z@example.org', unit: 'Finance' } })
  const show = () => drawn(partnershipPage, mentor.scope, askedFor({ partnership: id }))
  const asking = await show()
  assert.match(asking, /<h1>Will you mentor Zahra\?<\/h1>/)
  assert.match(asking, /Why you two: They share French\..*Please answer by Friday 27 November 2026/s)
  assert.match(asking, /acceptance"><button type="submit">Yes, I would like that<\/button>/, 'the one primary button')
  assert.match(asking, /refusal"><button type="submit" class="quiet">No, thank you/)
  assert.doesNotMatch(asking, /z@example/)
  await house.writeAs(mentor.scope, (tx) => accept(tx, { partnership: id, side: null }))
  const waiting = await show()
  assert.match(waiting, /waiting for the other side until Friday 27 November 2026/)
  assert.doesNotMatch(waiting, /<button/)
  await house.writeAs(mentee.scope, (tx) => accept(tx, { partnership: id, side: null }))
  const together = await show()
  assert.match(together, /A short briefing|I have read the briefing/)
  assert.match(together, /waits for you.*z@example\.org.*End it, without a reason/s)
})

test('The coordinator sees both answers, and writes down the answer of who has no e-mail.', async () => {
  const { id, programme, mentor } = await givenPair(house, { mentee: { fullName: 'Zahra', email: null } })
  await house.writeAs(mentor.scope, (tx) => accept(tx, { partnership: id, side: null }))
  const page = await drawn(partnershipPage, programme.coordinator, askedFor({ partnership: id }))
  assert.match(page, /said yes.*not answered yet.*to be called.*Zahra has no e-mail address/s)
  assert.match(page, /<input type="hidden" name="side" value="mentee"\/?>/)
  assert.doesNotMatch(page, /name="side" value="mentor"/, 'who has answered is not asked again')
})

test('A stranger, and a path that is no id, find nothing.', async () => {
  const { id, programme } = await givenPair(house)
  const stranger = await givenPerson(house, programme.organisation)
  await assert.rejects(drawn(partnershipPage, stranger.scope, askedFor({ partnership: id })), Missing)
  await assert.rejects(drawn(partnershipPage, programme.coordinator, askedFor({ partnership: 'x' })), Missing)
})

test('A coordinator who is one of the two sees their own pair as a side sees it, in the list too.', async () => {
  const { programme } = await givenPair(house)
  const me = await givenSide(house, programme, 'mentor', { person: programme.keeper })
  const mentee = await givenSide(house, programme, 'mentee')
  const id = await proposed(house, programme, me, mentee)
  await house.writeAs(mentee.scope, (tx) => decline(tx, { partnership: id, side: null }))
  assert.match(await drawn(partnershipPage, programme.coordinator, askedFor({ partnership: id })), /no longer open/)
  const list = await drawn(pairsPage, programme.coordinator, askedFor({ programme: programme.id }))
  assert.match(list, /no longer open/)
  assert.doesNotMatch(list, /declined/)
})

test('The list opens from its counts, says who is to be called, and comes as CSV and XLSX with the codes.', async () => {
  const { programme, mentor, mentee } = await givenPair(house, { mentee: { fullName: '=SUM(A1)', email: null } })
  const asked = askedFor({ programme: programme.id })
  const list = await drawn(pairsPage, programme.coordinator, asked)
  assert.match(list, /One pair so far; it is not agreed yet\..*One person has no e-mail address.*\?state=proposed.*to be called/s)
  const empty = await drawn(pairsPage, programme.coordinator, askedFor({ programme: programme.id }, 'state=agreed', 'fa-AF'))
  assert.match(empty, /هیچ جفتی در این حالت نیست/)
  for (const make of [pairsCsv, pairsXlsx]) {
    const { name, bytes } = await house.database.read(programme.coordinator, (db) => make(db, asked))
    const sheet = await readSheet(bytes, name)
    const text = JSON.stringify(sheet)
    for (const cell of [mentor.code, mentee.code, '=SUM(A1)', 'proposed', '2026-11-23']) assert.ok(text.includes(cell), `${name}: ${cell}`)
  }
})

test('A form that names a partnership or a side there cannot be is stale; naming no side is one’s own answer.', () => {
  const partnership = '019ab000-0000-7000-8000-000000000000'
  assert.deepEqual(answerForm({ partnership }), { input: { partnership, side: null } })
  assert.deepEqual(answerForm({ partnership, side: 'mentee' }), { input: { partnership, side: 'mentee' } })
  const stale: Values[] = [{}, { partnership: '31' }, { partnership, side: 'both' }, { partnership, side: ['mentor', 'mentee'] }]
  for (const values of stale) {
    assert.ok('slips' in answerForm(values))
  }
})
