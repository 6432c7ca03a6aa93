import assert from 'node:assert/strict'
import { test } from 'node:test'
import { severities } from '#concerns/concern'
import { givenSafe } from '#concerns/concerns.testing'
import { givenWritten, written } from '#records/records.testing'
import { closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { openClocked } from './clocked.testing.ts'

closeBrowserAfter()
const house = await testHouse()
const { visit } = await openClocked(house)
/** From the thing itself: the link, how urgent it is, send. */
const clicksMax = 3

for (const look of [
  { language: 'en', width: 1280, dark: false },
  { language: 'fa-AF', width: 360, dark: true },
] as const) {
  test(`From what the other wrote to its copy with the officers in three clicks and a sentence, in ${look.language} at ${look.width} px, script off.`, {
    timeout: 120_000,
  }, async () => {
    const safe = await givenSafe(house)
    const ids = await givenWritten(house, safe)
    const mentee = await visit(safe.mentee.id, look)
    await mentee.page.goto(`/notes/${ids.note}`)
    await mentee.isFine()
    await mentee.follow(/\/disclosure\?item=/)
    await mentee.isFine()
    const ticked = mentee.page.locator('input[name=items]:checked')
    assert.deepEqual([await ticked.count(), await ticked.getAttribute('value')], [1, `shared-note:${ids.note}`])
    await mentee.page.locator('textarea[name=words]').fill('He asked me to come alone.')
    await mentee.page.locator(`input[name=severity][value=${severities[1]}]`).check()
    await mentee.press(/\/disclosure\?/)
    await mentee.page.waitForURL(/\/concern\/[0-9a-f-]{36}\?done=disclosed/)
    await mentee.isFine()
    assert.ok(mentee.clicks() + 1 <= clicksMax, `${mentee.clicks() + 1} clicks`)

    const officer = await visit(safe.officer.id, look)
    await officer.page.goto('/concerns')
    await officer.follow(/^\/concerns\/[0-9a-f-]{36}$/)
    await officer.isFine()
    await officer.follow(/\/disclosures\//)
    await officer.isFine()
    const read = await officer.page.locator('main').innerText()
    assert.ok(read.includes(written.theirNote))
    for (const other of [written.mine, written.goal, written.step, written.gift]) assert.ok(!read.includes(other), other)
  })
}

test('What was typed and ticked survives a slip; where nothing is ticked, urgent or said, each is named.', {
  timeout: 60_000,
}, async () => {
  const safe = await givenSafe(house)
  const ids = await givenWritten(house, safe)
  const { page, press, isFine } = await visit(safe.mentee.id, { language: 'en', width: 360, dark: false })
  await page.goto(`/partnerships/${safe.id}/disclosure`)
  assert.equal(await page.locator('input[name=items]').count(), 5)
  await page.locator(`input[value="goal:${ids.goal}"]`).check()
  await page.locator('textarea[name=words]').fill('Kept words')
  await press(/\/disclosure\?/)
  await isFine()
  assert.equal(await page.locator('textarea[name=words]').inputValue(), 'Kept words')
  assert.ok(await page.locator(`input[value="goal:${ids.goal}"]`).isChecked())
  assert.equal(await page.locator('.error-summary li, [role=alert] li').count(), 1)
})
