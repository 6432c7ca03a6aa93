import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stateOf } from '#coaching/coaching'
import { meetingAt } from '#coaching/coaching.testing'
import { insertSessionEnd } from '#people/session-writes'
import { closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { openClocked } from './clocked.testing.ts'
import { givenPhone, givenVisit, logOn, openField, shoot, signInOn, waitingOn, waits } from './field-log.testing.ts'

closeBrowserAfter()
const house = await testHouse()
const clocked = await openClocked(house)

const stateAt = async (meeting: string) => stateOf(await meetingAt(house, meeting), house.now())

test('Signed out in between, the log stays and the page says so; signed in again, it is sent. To sign out with it asks first.', {
  timeout: 90_000,
}, async () => {
  const given = await givenVisit(house)
  const phone = await givenPhone(house, clocked, given.coach.id)
  const { page, context } = phone
  await openField(phone)
  await context.setOffline(true)
  await logOn(phone, given.meeting, given.codes[0] ?? '')
  await waits(phone, '1')
  await house.write((tx) => insertSessionEnd(tx, phone.session))
  await context.setOffline(false)
  await page.locator('[data-field=again]').waitFor()
  assert.equal(await waitingOn(phone), '1')
  await page.goto('/field-log')
  await page.waitForURL(/\/sign-in\?next/)
  await context.setOffline(true)
  await assert.rejects(page.goto('/field-log'), 'nobody reads on what was told to somebody')
  await context.setOffline(false)

  await signInOn(context, clocked, given.coach.id)
  await page.goto('/')
  await page.locator('footer form[action="/session/ending"] button').click()
  await page.waitForURL(/\/session\/ending$/)
  assert.match(await page.locator('main').innerText(), /1 log waits on this phone/)
  await shoot(phone, 'leaving')
  await page.locator('main a[href="/field-log"]').click()
  await page.locator('[data-field=logs] li').filter({ hasText: 'Confirmed by' }).waitFor()
  assert.equal(await stateAt(given.meeting), 'clientConfirmed')
})

test('Who signs out all the same leaves nothing: no page, no log, no worker.', { timeout: 60_000 }, async () => {
  const given = await givenVisit(house)
  const phone = await givenPhone(house, clocked, given.coach.id)
  const { page, context } = phone
  await openField(phone)
  await context.setOffline(true)
  await logOn(phone, given.meeting, given.codes[0] ?? '')
  await waits(phone, '1')
  await page.route('**/field-log', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await context.setOffline(false)
  await page.locator('footer form[action="/session/ending"] button').click()
  await page.locator('main button.danger').click()
  await page.waitForURL(/\/sign-in\?done=signed-out/)
  const left = 'Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then((all) => all.map((each) => each.length))'
  assert.deepEqual(await page.evaluate(left), [0, 0])
  assert.equal(await stateAt(given.meeting), 'held')
})

test('Another person on the same telephone sees and sends nothing of it; the one who wrote it does, later.', {
  timeout: 90_000,
}, async () => {
  const given = await givenVisit(house)
  const phone = await givenPhone(house, clocked, given.coach.id)
  const { page, context } = phone
  await openField(phone)
  await context.setOffline(true)
  await logOn(phone, given.meeting, given.codes[0] ?? '')
  await waits(phone, '1')
  const before = await page.content()
  assert.ok(before.includes(given.code))
  await house.write((tx) => insertSessionEnd(tx, phone.session))
  await page.goto('about:blank')
  await context.setOffline(false)
  const other = await givenVisit(house)
  await signInOn(context, clocked, other.coach.id)
  await openField(phone)
  assert.equal(await waitingOn(phone), '0')
  assert.equal(await page.locator('[data-field=logs] li').count(), 0)
  await context.setOffline(true)
  await page.goto('/field-log')
  assert.equal(await page.locator(`[name=meeting][value="${given.meeting}"]`).count(), 0, 'the page kept is the other person’s')
  assert.equal(await page.locator(`[name=meeting][value="${other.meeting}"]`).count(), 1)
  await context.setOffline(false)
  await page.waitForTimeout(500)
  assert.equal(await stateAt(given.meeting), 'held')
  await signInOn(context, clocked, given.coach.id)
  await page.goto('/field-log')
  await page.locator('[data-field=logs] li').filter({ hasText: 'Confirmed by' }).waitFor()
  assert.equal(await stateAt(given.meeting), 'clientConfirmed')
})

test('After fourteen days the page is kept no more.', { timeout: 60_000 }, async () => {
  const given = await givenVisit(house)
  const phone = await givenPhone(house, clocked, given.coach.id)
  const { page, context } = phone
  await openField(phone)
  const age = (days: number) => `caches.open('field-page').then(async (shelf) => {
    const page = await shelf.match('/field-log')
    const headers = new Headers(page.headers)
    headers.set('date', '${new Date(Date.now() - days * 86_400_000).toUTCString()}')
    await shelf.put('/field-log', new Response(await page.blob(), { headers }))
  })`
  await context.setOffline(true)
  await page.evaluate(age(13))
  assert.equal((await page.goto('/field-log'))?.status(), 200)
  await page.evaluate(age(15))
  await assert.rejects(page.goto('/field-log'))
})
