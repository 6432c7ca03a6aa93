import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stateOf } from '#coaching/coaching'
import { meetingAt } from '#coaching/coaching.testing'
import { standing } from '#hours/hours.testing'
import { assertNoBarriers } from '#testing/axe'
import { closeBrowserAfter } from '#testing/browse'
import { testHouse } from '#testing/house'
import { openClocked } from './clocked.testing.ts'
import { givenPhone, givenVisit, logOn, openField, shoot, waitingOn, waits } from './field-log.testing.ts'

closeBrowserAfter()
const house = await testHouse()
const clocked = await openClocked(house)
const tapsMax = 6
const syncBytesMax = 50_000

const stateAt = async (meeting: string) => stateOf(await meetingAt(house, meeting), house.now())

for (const look of [
  { language: 'en', dark: false },
  { language: 'fa-AF', dark: true },
] as const) {
  test(`Without signal a coach opens the page, logs by six taps and six digits, and it is sent when there is one, in ${look.language}.`, {
    timeout: 120_000,
  }, async () => {
    const given = await givenVisit(house)
    const phone = await givenPhone(house, clocked, given.coach.id, look)
    const { page, context } = phone
    await openField(phone)
    await assertNoBarriers(page, look.dark)
    await shoot(phone, `${look.language}-online`)

    await context.setOffline(true)
    let bytes = 0
    page.on('response', (response) => {
      if (!response.fromServiceWorker()) bytes += 1
    })
    await page.goto('/field-log')
    assert.equal(await page.locator('[name=day]').inputValue(), '2026-11-25', 'the day is the telephone’s today')
    await logOn(phone, given.meeting, given.codes[0] ?? '')
    await waits(phone, look.language === 'en' ? '1' : '۱')
    // Opening the page is the first; a list that opens is tapped twice.
    assert.ok(1 + phone.taps() + 1 <= tapsMax, `${1 + phone.taps() + 1} taps`)
    assert.equal(bytes, 0, 'nothing came from the network')
    await assertNoBarriers(page, look.dark)
    await shoot(phone, `${look.language}-offline`)
    assert.equal(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth + 1'), true)
    await page.reload()
    await waits(phone, look.language === 'en' ? '1' : '۱')
    assert.equal(await stateAt(given.meeting), 'held')

    await context.setOffline(false)
    await page
      .locator('[data-field=logs] li')
      .filter({ hasText: /Confirmed by|تأیید/ })
      .waitFor()
    await waits(phone, look.language === 'en' ? '0' : '۰')
    assert.equal(await page.locator('[data-field=send]:visible, [data-field=change]:visible').count(), 0)
    await shoot(phone, `${look.language}-sent`)
    assert.equal(await stateAt(given.meeting), 'clientConfirmed')
    assert.deepEqual([(await meetingAt(house, given.meeting)).log?.version, (await standing(house, given)).payable], [1, '-1200'])
    await page.reload()
    assert.equal(await waitingOn(phone), '0', 'what was accepted is on the telephone no more')
  })
}

test('The same log sent five times at once by the telephone is one meeting and one spend, and few bytes.', {
  timeout: 60_000,
}, async () => {
  const given = await givenVisit(house)
  const phone = await givenPhone(house, clocked, given.coach.id)
  await openField(phone)
  await phone.context.setOffline(true)
  await logOn(phone, given.meeting, given.codes[0] ?? '')
  await waits(phone, '1')
  const kept = "caches.open('field-logs').then(async (shelf) => (await shelf.match((await shelf.keys())[0])).json())"
  const { fields } = (await phone.page.evaluate(kept)) as { fields: [string, string][] }
  const { headers } = await clocked.browserOf(given.coach)
  const sends = [1, 2, 3, 4, 5].map(() =>
    fetch(`${clocked.origin}/field-log`, {
      method: 'POST',
      headers: { ...headers, accept: 'application/json' },
      body: new URLSearchParams(fields),
    }),
  )
  const answers = await Promise.all(sends)
  for (const answer of answers) assert.deepEqual([answer.status, await answer.json()], [200, { to: '/field-log?done=coaching-confirmed' }])
  const [one] = answers
  const sent = new URLSearchParams(fields).toString().length + [...(one?.headers ?? [])].join('\n').length + JSON.stringify(headers).length
  assert.ok(10 * sent + 14_000 < syncBytesMax, `${10 * sent} bytes for ten logs, and the page anew`)
  await phone.context.setOffline(false)
  await waits(phone, '0')
  assert.deepEqual([(await meetingAt(house, given.meeting)).log?.version, (await standing(house, given)).payable], [1, '-1200'])
})

test('A wrong code keeps the log, and says how else it is confirmed.', { timeout: 60_000 }, async () => {
  const given = await givenVisit(house)
  const phone = await givenPhone(house, clocked, given.coach.id)
  await openField(phone)
  await logOn(phone, given.meeting, given.codes.includes('000000') ? '000001' : '000000')
  await phone.page.locator('[data-field=logs] li').filter({ hasText: 'There is no such code. The log is kept' }).waitFor()
  assert.equal(await stateAt(given.meeting), 'recorded')
  await phone.page.reload()
  await phone.page.locator('#waiting:visible').waitFor()
  assert.match(await phone.page.locator('main').innerText(), /no such code[\s\S]*Logged, and not confirmed yet/)
})

test('What the house refuses stays on the telephone with its sentence, is changed there, and sent again.', {
  timeout: 60_000,
}, async () => {
  const given = await givenVisit(house)
  const phone = await givenPhone(house, clocked, given.coach.id)
  await openField(phone)
  await phone.page.locator('[name=day]').selectOption('2026-11-27')
  await logOn(phone, given.meeting, given.codes[0] ?? '')
  const line = phone.page.locator('[data-field=logs] li')
  await line.filter({ hasText: /future|today/i }).waitFor()
  assert.equal(await waitingOn(phone), '1')
  await line.locator('[data-field=change]').click()
  await phone.page.locator('[name=day]').selectOption('2026-11-25')
  await phone.page.locator('#field-log button[type=submit]').click()
  await waits(phone, '0')
  assert.equal(await stateAt(given.meeting), 'clientConfirmed')
})

test('Without script the same page logs, and says that it needs a signal.', { timeout: 60_000 }, async () => {
  const given = await givenVisit(house)
  const phone = await givenPhone(house, clocked, given.coach.id, { script: false })
  const { page } = phone
  await page.goto('/')
  await page.locator('main a[href="/field-log"]').click()
  assert.equal(await page.locator('[data-field-when=off]').isVisible(), true)
  await page.locator(`[name=meeting][value="${given.meeting}"]`).check()
  await page.locator('[name=day]').selectOption('2026-11-25')
  await page.locator('[name=topic1]').selectOption('budgeting')
  await page.locator('[name=code]').fill(given.codes[0] ?? '')
  await page.locator('#field-log button[type=submit]').click()
  await page.waitForURL(/\/field-log\?done=coaching-confirmed/)
  assert.equal(await stateAt(given.meeting), 'clientConfirmed')
})
