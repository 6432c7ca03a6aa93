import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { houseScope } from '#ground/db'
import { browse, closeBrowserAfter } from '#testing/browse'
import { openTestDoors } from '#testing/doors'
import { beginHouse, speak } from './steps.testing.ts'

closeBrowserAfter()
const say = speak('en')
const mainOf = (page: Page) => page.locator('main').innerText()

async function openSampleRound(page: Page): Promise<string> {
  const link = page.getByRole('link', { name: 'Fresh Eyes' })
  for (let waits = 0; waits < 60 && (await link.count()) === 0; waits += 1) {
    await page.waitForTimeout(500)
    await page.goto('/programmes')
  }
  await link.click()
  await page.getByRole('button', { name: say('page.programme.run') }).click()
  await page.waitForURL(/\/rounds\//)
  return page.url()
}

test('A coordinator sees what other ways would cost, chooses another, weighs a pair, and mends the round after a mentor paused.', {
  timeout: 180_000,
}, async () => {
  const doors = await openTestDoors()
  const { page } = await browse(doors.url)
  await beginHouse(page, say, doors, 'sample')
  await openSampleRound(page)

  await page.getByRole('link', { name: say('page.round.choice') }).click()
  const ways = await page.locator('table').first().innerText()
  assert.match(ways, /The best whole[\s\S]*Stable/)
  assert.ok((await page.locator('table.bars tbody tr').count()) > 3, 'the frontier')
  const proof = await page.request.get(page.url().replace(/\/choice$/, '/proof.csv'))
  assert.match(await proof.text(), /side,code,part,places,price\r\n/)

  await page.getByLabel(say('floor.points')).check()
  await page.getByRole('button', { name: say('page.choice.run') }).click()
  assert.match(await mainOf(page), /Write a whole number from 0 to 1,000/)
  assert.equal(await page.getByLabel(say('floor.points')).isChecked(), true, 'what was chosen stays')
  await page.getByLabel(say('label.floorPoints')).fill('۱۰۰۰')
  await page.getByRole('button', { name: say('page.choice.run') }).click()
  assert.match(await mainOf(page), /No pair reaches a floor of 1,000 points; the best that there is has \d+/)
  await page.getByLabel(say('label.floorPoints')).fill('700')
  await page.getByRole('button', { name: say('page.choice.run') }).click()
  await page.waitForURL(/done=round-again/)
  assert.match(await mainOf(page), /points, and the floor is 700[\s\S]*Whom to look for/)

  await page.getByRole('link', { name: say('page.round.choice') }).click()
  await page.getByLabel(say('floor.highest')).check()
  await page.getByRole('button', { name: say('page.choice.run') }).click()
  await page.waitForURL(/done=round-again/)
  const before = page.url().replace(/\?.*/, '')

  await page.locator('main a[href*="/pairs/"]').first().click()
  assert.match(await mainOf(page), /(Costs|Gains) (one point|[\d,]+ points|nothing) in all/)
  await page.goBack()

  const mentor = await page.locator('ol.pairs li .pair').first().innerText()
  const name = mentor.split(say('page.round.with'))[1]?.trim() ?? ''
  await doors.house.database.write(houseScope, (tx) =>
    tx
      .updateTable('enrolments')
      .set({ capacity: 0 })
      .where('side', '=', 'mentor')
      .where('person', 'in', tx.selectFrom('people').select('id').where('fullName', '=', name))
      .execute(),
  )
  await page.goto(before)
  assert.match(await mainOf(page), /One person of this round has left, or paused/)
  await page.getByRole('button', { name: say('page.round.mend') }).click()
  await page.waitForURL(/done=round-again/)
  assert.match(await mainOf(page), /One pair changed since the round before|2 pairs changed/)
  await page.getByRole('link', { name: say('page.round.choice') }).click()
  await page.waitForURL(/\/choice$/)
  assert.match(await mainOf(page), /Then as many pairs as can be stay[\s\S]*no round that matches as many keeps more pairs/)
})
