import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Scope } from '#ground/db'
import { Missing } from '#ground/refusal'
import type { Asked, Page } from '#ground/route'
import { sayTo, unknownReader } from '#ground/words'
import { coordinating } from '#testing/given'
import { testHouse } from '#testing/house'
import { briefingPage } from './briefing.page.tsx'
import { closingPage } from './closing.page.tsx'
import { confirmStep } from './confirm-step.ts'
import { endingPage } from './ending.page.tsx'
import { givenClosing, left } from './leaving.testing.ts'
import { movePage } from './move.page.tsx'
import { moveStage } from './move-stage.ts'
import { lettersAbout } from './pairs.testing.ts'
import { pausePage } from './pause.page.tsx'
import { placeHold } from './place-hold.ts'
import { reachMilestone } from './reach-milestone.ts'
import { partnershipPage } from './show.page.tsx'
import { briefed, givenAgreed, givenUnderWay } from './stages.testing.ts'
import { tellEnd } from './tell-end.ts'
import { thankPartner } from './thank-partner.ts'

const house = await testHouse()
const drawn = (page: Page, scope: Scope, partnership: string) => {
  const asked = { params: { partnership }, query: new URLSearchParams(), say: sayTo(unknownReader), path: '/', me: null, formId: 'f' }
  return house.database.read(scope, async (db) =>
    String(await (await page(db, asked as unknown as Asked)).body).replaceAll(/[\u2068\u2069]/g, ''),
  )
}
const primaryButtons = (html: string) => [...html.matchAll(/<button type="submit">|<a class="button" /g)].length

test('The page names one next thing in each stage, and of the other only that it waits.', async () => {
  const pair = await givenAgreed(house)
  const show = (who: 'mentor' | 'mentee') => drawn(partnershipPage, pair[who].scope, pair.id)
  assert.match(await show('mentor'), /card now.*I have read the briefing.*href="[^"]*\/briefing".*waits for you/s)
  assert.match(await drawn(briefingPage, pair.mentor.scope, pair.id), /Where that ends.*<button type="submit">I have read the briefing/s)
  await house.writeAs(pair.mentor.scope, (tx) => confirmStep(tx, { partnership: pair.id, stage: 'induct', criterion: 'briefed' }))
  assert.match(await show('mentor'), /Plan the first meeting.*waits for the other/s)
  await house.writeAs(pair.mentee.scope, (tx) => confirmStep(tx, { partnership: pair.id, stage: 'induct', criterion: 'briefed' }))
  assert.match(await drawn(briefingPage, pair.mentor.scope, pair.id), /You have read it/)
  assert.match(await show('mentee'), /Open the agreement.*still to come/s)
  await house.write((tx) => reachMilestone(tx, { partnership: pair.id, milestone: 'agreement-signed', cause: pair.id }))
  const active = await show('mentee')
  assert.match(active, /Plan the first meeting.*We have done what we wanted.*Yes, that is so/s)
  assert.doesNotMatch(active, /waits for you/, 'nobody is pressed to be done')
  assert.equal(primaryButtons(active), 1)
})

test('At rest nothing is asked: who paused goes on, the other reads who and until when, and of the programme no reason.', async () => {
  const pair = await givenAgreed(house)
  const until = Temporal.PlainDate.from('2026-12-24')
  await house.writeAs(pair.mentee.scope, (tx) => placeHold(tx, { id: tx.newId(), partnership: pair.id, kind: 'paused', until }))
  const mine = await drawn(partnershipPage, pair.mentee.scope, pair.id)
  assert.match(mine, /You have paused\..*Thursday 24 December 2026.*Nothing is asked of you.*Go on now/s)
  assert.doesNotMatch(mine, /card now|waits for you/)
  const theirs = await drawn(partnershipPage, pair.mentor.scope, pair.id)
  assert.match(theirs, /has paused\./)
  assert.doesNotMatch(theirs, /Go on now/)
  for (const kind of ['paused', 'safeguarding'] as const) {
    const other = await givenUnderWay(house)
    await house.write((tx) => placeHold(tx, { id: tx.newId(), partnership: other.id, kind, until: null }))
    const page = await drawn(partnershipPage, other.mentor.scope, other.id)
    assert.match(page, /Paused by the programme; no reason is shown\./)
    assert.doesNotMatch(page, /Go on now/)
  }
})

test('Whoever ended it, both read the same words and the same ways on; the mentee is asked about another partner.', async () => {
  const pages: string[] = []
  for (const who of ['mentor', 'mentee'] as const) {
    const pair = await givenUnderWay(house)
    await left(house, pair.id, pair[who].scope, false, 2)
    const mentee = await drawn(partnershipPage, pair.mentee.scope, pair.id)
    assert.match(
      mentee,
      /daily work left too little room.*Would you like another partner\?.*Tell us why, in private.*I would like to talk/s,
    )
    const mentor = await drawn(partnershipPage, pair.mentor.scope, pair.id)
    assert.match(mentor, /daily work left too little room.*Your place is free/s)
    assert.doesNotMatch(mentor, /Would you like another partner/)
    pages.push(...[mentor, mentee].map((page) => page.replaceAll(/Person \d+|[0-9a-f-]{36}/g, 'X')))
  }
  assert.deepEqual(pages.slice(0, 2), pages.slice(2))
})

test('The whole road: either says so, both answer, it is completed; both are thanked and asked to pass it on, nobody why.', async () => {
  const pair = await givenClosing(house)
  for (const cause of ['mentor', 'mentee']) {
    await house.write((tx) => reachMilestone(tx, { partnership: pair.id, milestone: 'closing-answered', cause }))
  }
  await house.write((tx) => tellEnd(tx, { subject: pair.id }))
  const letters = await lettersAbout(house, pair.id)
  assert.equal(letters.filter(({ title }) => /have completed/.test(title)).length, 2)
  const page = await drawn(partnershipPage, pair.mentee.scope, pair.id)
  assert.match(page, /You and Person \d+ have completed Lamps.*You went the whole way together/s)
  assert.doesNotMatch(page, /Tell us why/)
  await house.writeAs(pair.mentor.scope, (tx) => thankPartner(tx, { partnership: pair.id, text: 'Thank you for asking' }))
  const closing = await drawn(closingPage, pair.mentee.scope, pair.id)
  assert.match(closing, /Five questions.*wrote to you.*Thank you for asking.*Will you pass it on\?.*Not now is fine/s)
  assert.doesNotMatch(await drawn(closingPage, pair.mentor.scope, pair.id), /Will you pass it on/)
})

test('The coordinator reads the stages with who, when and why, what is not met, and a waiver with its reason; never the text of the two.', async () => {
  const pair = await givenAgreed(house)
  await briefed(house, pair)
  const { coordinator } = pair.programme
  assert.match(await drawn(movePage, coordinator, pair.id), /The agreement is signed.*Under way.*Closing/s)
  const move = { partnership: pair.id, from: 'agree', to: 'active', reason: 'Signed on paper' }
  await house.writeAs(coordinator, (tx) => moveStage(tx, move))
  const page = await drawn(partnershipPage, coordinator, pair.id)
  assert.match(page, /Under way.*not signed by all yet.*not met.*Stages so far.*Moved on by hand:.*Signed on paper.*Both said yes\./s)
  assert.match(await drawn(endingPage, coordinator, pair.id), /How does it end\?.*ended without blame/s)
  assert.doesNotMatch(await drawn(endingPage, coordinator, pair.id), /value="safeguarding"|value="withdrawn"/)
  assert.match(await drawn(pausePage, coordinator, pair.id), /Both are told that the programme has paused/)
  for (const sides of [briefingPage, closingPage]) await assert.rejects(drawn(sides, coordinator, pair.id), Missing)
})

test('A coordinator who is one of the two is a side there: no history, no moving on, no ending by the programme.', async () => {
  const pair = await givenUnderWay(house)
  const scope = coordinating(pair.mentor, pair.programme.id)
  const page = await drawn(partnershipPage, scope, pair.id)
  assert.match(page, /You and Person/)
  assert.doesNotMatch(page, /Stages so far|Move it on/)
  await assert.rejects(drawn(movePage, scope, pair.id), Missing)
  assert.match(await drawn(endingPage, scope, pair.id), /No reason is asked/)
})
