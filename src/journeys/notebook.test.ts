import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arranged } from '#meetings/meetings.testing'
import { givenUnderWay } from '#partnerships/stages.testing'
import { closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { openClocked } from './clocked.testing.ts'

closeBrowserAfter()
const house = await testHouse()
const { visit } = await openClocked(house)
const clicksMax = { mentor: 7, mentee: 4 }

for (const look of [
  { language: 'en', width: 1280, dark: false },
  { language: 'fa-AF', width: 360, dark: true },
] as const) {
  test(`A mentor writes for himself before and for both after, the mentee reads it and answers, in ${look.language} at ${look.width} px, script off.`, {
    timeout: 120_000,
  }, async () => {
    house.setNow('2026-11-23T08:00:00Z')
    const pair = await givenUnderWay(house)
    const meeting = await arranged(house, pair, house.now().add({ hours: 24 }), 'Room 4')
    const [own, shared, answer] = [
      'Let her speak first. اول او بگوید',
      'Three prices to try.\nسه قیمت برای آزمایش',
      'The second one sold! دومی فروش شد',
    ]

    const mentor = await visit(pair.mentor.id, look)
    await mentor.page.goto(`/partnerships/${pair.id}`)
    await mentor.follow(/\/notebook$/)
    await mentor.isFine()
    await mentor.follow(/\/private-notes$/)
    await mentor.isFine()
    await mentor.page.locator('textarea').fill(own)
    await mentor.press(/\/private-notes$/)
    await mentor.page.waitForURL(/done=saved/)
    await mentor.isFine()

    house.setNow(house.now().add({ hours: 26 }).toString())
    await mentor.page.goto(`/partnerships/${pair.id}`)
    await mentor.follow(/\/notebook$/)
    await mentor.page.locator('textarea').fill(shared)
    await mentor.press(/\/notebook$/)
    await mentor.page.waitForURL(/done=saved/)
    await mentor.isFine()
    assert.ok(mentor.clicks() <= clicksMax.mentor, `${mentor.clicks()} clicks of the mentor`)

    const mentee = await visit(pair.mentee.id, look)
    await mentee.page.goto(`/partnerships/${pair.id}`)
    await mentee.follow(/\/notebook$/)
    await mentee.isFine()
    assert.doesNotMatch(await mentee.page.content(), /speak first/)
    await mentee.follow(/\/notes\//)
    await mentee.isFine()
    assert.equal(await mentee.page.locator('main .written').first().innerText(), shared)
    await mentee.page.goto(`/meetings/${meeting}`)
    await mentee.isFine()
    await mentee.page.locator('#messages textarea').fill(answer)
    await mentee.press(/\/messages$/)
    await mentee.page.waitForURL(/done=message-sent/)
    await mentee.isFine()
    assert.ok(mentee.clicks() <= clicksMax.mentee, `${mentee.clicks()} clicks of the mentee`)

    await mentor.page.goto(`/meetings/${meeting}`)
    assert.ok((await mentor.page.locator('#messages').innerText()).includes(answer))
    await mentor.page.goto(`/partnerships/${pair.id}/notebook`)
    await mentor.page.locator('input[type=search]').fill('قيمت')
    await mentor.press(/\/search$/)
    await mentor.page.waitForURL(/\/search$/)
    await mentor.isFine()
    assert.equal(await mentor.page.locator('main a[href^="/notes/"]').count(), 1)
  })
}
