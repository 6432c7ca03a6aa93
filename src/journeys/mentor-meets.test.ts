import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setStep } from '#growth/set-step'
import { comingMeetings, meetingsOf } from '#meetings/meeting-reads'
import { givenUnderWay } from '#partnerships/stages.testing'
import { closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { openClocked } from './clocked.testing.ts'

closeBrowserAfter()
const house = await testHouse()
const { visit } = await openClocked(house)
const clicksAMeetingMax = 4

for (const look of [
  { language: 'en', width: 1280, dark: false },
  { language: 'fa-AF', width: 360, dark: true },
] as const) {
  test(`A mentor takes a time, gets ready, and tells that they met, in four clicks, in ${look.language} at ${look.width} px, script off.`, {
    timeout: 120_000,
  }, async () => {
    house.setNow('2026-11-23T08:00:00Z')
    const pair = await givenUnderWay(house)
    const dueOn = Temporal.PlainDate.from('2026-11-30')
    await house.writeAs(pair.mentee.scope, async (tx) =>
      setStep(tx, { id: tx.newId(), partnership: pair.id, step: 'Write the first page', owner: 'mentee', dueOn }),
    )

    const mentee = await visit(pair.mentee.id, look)
    await mentee.page.goto(`/partnerships/${pair.id}/meetings`)
    await mentee.isFine()
    await mentee.press(/\/meeting-offers$/)
    await mentee.page.waitForURL(/done=offered/)

    const mentor = await visit(pair.mentor.id, look)
    await mentor.page.goto('/')
    await mentor.isFine()
    await mentor.follow(/\/partnerships\/[0-9a-f-]+\/meetings$/)
    await mentor.isFine()
    await mentor.press(/\/taking$/)
    await mentor.page.waitForURL(/done=planned/)

    const [meeting] = await house.read((db) => comingMeetings(db, pair.mentor.id))
    assert.ok(meeting)
    await mentor.page.goto(`/meetings/${meeting.id}`)
    await mentor.isFine()
    assert.ok((await mentor.page.locator('main').innerText()).includes('Write the first page'), 'the last next step')
    assert.equal(await mentor.page.locator('main h2 + ul').last().locator('li').count(), 3, 'three starters')

    house.setNow(meeting.startsAt.add({ hours: 2 }).toString())
    await mentor.page.goto('/')
    await mentor.follow(`/meetings/${meeting.id}`)
    await mentor.isFine()
    await mentor.press(/\/statements$/)
    await mentor.page.waitForURL(/done=told/)
    await mentor.isFine()
    const [told] = await house.read((db) => meetingsOf(db, pair.id))
    assert.deepEqual(
      told?.statements.map(({ happened, minutes }) => [happened, minutes]),
      [['met', 60]],
    )
    assert.ok(mentor.clicks() <= clicksAMeetingMax, `${mentor.clicks()} clicks`)
  })
}

test('“I am full for a month” is two clicks from Today.', { timeout: 60_000 }, async () => {
  const pair = await givenUnderWay(house)
  const mentor = await visit(pair.mentor.id, { language: 'en', width: 1280, dark: false })
  await mentor.page.goto('/')
  await mentor.follow('/me/hours')
  await mentor.press('/me/fullness')
  await mentor.page.waitForURL(/done=/)
  assert.equal(mentor.clicks(), 2)
})
