import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { doorOf } from '#people/web.testing'
import { testHouse } from '#testing/house'
import { insertFeed, settleFeed } from './feed-writes.ts'
import { givenInKabul } from './own.testing.ts'
import { web } from './web.ts'

const house = await testHouse()
const { browserOf } = doorOf(house, web)
const id = () => realHands.newId()
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('The page reads in both languages, in one’s own zone, calendar and digits; no word is missing.', async () => {
  const person = await givenInKabul(house)
  const browser = await browserOf(person)
  const text = wordsOf((await browser.get('/me/hours')).text)
  assert.match(text, /those of ⁨Asia\/Kabul⁩, where it is 12:30 now/)
  assert.match(text, /nine to five on the working days/)
  assert.match(text, /We read only when you are busy, never what with/)
  await browser.post('/me/hours/absences', { id: id(), awayFrom: '2026-12-01', awayTo: '5 December 2026' })
  await browser.post('/me/hours/extra', { id: id(), extraOn: '2026-11-24', extraHours: '۲۰:۰۰ تا ۲۴:۰۰' })
  await browser.post('/me/busy-feed', { id: id(), address: 'webcal://calendar.example.org/c0ffee.ics' })
  const after = (await browser.get('/me/hours')).text
  assert.match(wordsOf(after), /Tuesday 24 November You are there also from 20:00 to 24:00/)
  assert.match(wordsOf(after), /Tuesday 1 December to Saturday 5 December You are away/)
  const dari = await (await browserOf(person, 'fa-AF')).get('/me/hours')
  for (const page of [after, dari.text]) {
    assert.match(page, /calendar\.example\.org/)
    assert.doesNotMatch(page, /c0ffee|undefined|\[object|page\.hours|label\.|refusal\./)
  }
})

test('The week is kept from boxes and from words, 24:00 and Persian digits among them; what is refused is not lost.', async () => {
  const browser = await browserOf(await givenInKabul(house))
  assert.equal(
    (await browser.post('/me/hours', { hours1: ['morning'], besideHours: 'جمعه ۲۰:۰۰-۲۴:۰۰; Sat 7-8' })).to,
    '/me/hours?done=saved',
  )
  const { text } = await browser.get('/me/hours')
  assert.match(text, /name="hours1" value="morning" checked/)
  assert.match(text, /value="Friday 20:00-24:00; Saturday 07:00-08:00"/)
  const refused = await browser.post('/me/hours', { hours2: ['evening'], besideHours: 'whenever' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /could not read the hours “whenever”/)
  assert.match(refused.text, /name="hours2" value="evening" checked/)
  assert.doesNotMatch(refused.text, /name="hours1" value="morning" checked/)
  const other = await browser.post('/me/hours/absences', { id: id(), awayFrom: '2026-12-05', awayTo: '2026-12-01' })
  assert.match(other.text, /last day is before the first/)
  assert.match(other.text, /value="2026-12-05"/)
  assert.match(other.text, /name="hours1" value="morning" checked/, 'another form keeps what is kept')
})

test('Full for a month is two clicks, and taken back at once.', async () => {
  const browser = await browserOf(await givenInKabul(house))
  const [, form = ''] =
    /name="id" value="([^"]+)"\/><input type="hidden" name="until" value="month"/.exec((await browser.get('/me/hours')).text) ?? []
  assert.equal((await browser.post('/me/fullness', { id: form, until: 'month' })).to, '/me/hours?done=full')
  const { text } = await browser.get('/me/hours')
  assert.match(text, /You are full until 23 December 2026/)
  const [, action = ''] = /action="(\/me\/fullness\/[^"]+)"/.exec(text) ?? []
  assert.equal((await browser.post(action)).to, '/me/hours?done=not-full')
  assert.doesNotMatch((await browser.get('/me/hours')).text, /You are full until/)
  assert.equal((await browser.post('/me/fullness/until', { id: id(), fullUntil: '1 Nov 2026' })).status, 422)
})

test('A calendar that could not be read says why, and that it is tried no more, in both languages.', async () => {
  const person = await givenInKabul(house)
  const feed = id()
  await house.write(async (tx) => {
    await insertFeed(tx, feed, person.id, 'https://calendar.example.org/c0ffee.ics')
    const since = tx.now.subtract({ hours: 240 })
    await settleFeed(tx, feed, { outcome: 'feeds.tooMany', failures: 12, failingSince: since, stoppedAt: tx.now, dueAt: tx.now })
  })
  const text = wordsOf((await (await browserOf(person)).get('/me/hours')).text)
  assert.match(text, /cannot be read since Friday 13 November 2026.*more appointments than we can read.*for 10 days, and we have stopped/)
  const dari = (await (await browserOf(person, 'fa-AF')).get('/me/hours')).text
  assert.match(wordsOf(dari), /۱۰ روز خوانده نشد/)
})

test('A zone that is no more does not break the page: it says so, and reckons in UTC.', async () => {
  const person = await givenInKabul(house)
  await house.write((tx) => tx.updateTable('people').set({ zone: 'Mars/Olympus_Mons' }).where('id', '=', person.id).execute())
  const { status, text } = await (await browserOf(person)).get('/me/hours')
  assert.equal(status, 200)
  assert.match(text, /Your time zone, ⁨Mars\/Olympus_Mons⁩, does not exist any more/)
  assert.match(wordsOf(text), /those of ⁨UTC⁩, where it is 08:00 now/)
})

test('What people paste is text on the page, wherever it comes back.', async () => {
  const browser = await browserOf(await givenInKabul(house))
  const hostile = '"><script>alert(1)</script>'
  for (const [path, field] of [
    ['/me/hours', 'besideHours'],
    ['/me/hours/absences', 'awayFrom'],
    ['/me/hours/extra', 'extraOn'],
    ['/me/fullness/until', 'fullUntil'],
    ['/me/busy-feed', 'address'],
  ] as const) {
    const { status, text } = await browser.post(path, { id: id(), [field]: hostile })
    assert.equal(status, 422, path)
    assert.match(text, /&lt;script&gt;alert/, path)
    assert.doesNotMatch(text, /<script>alert/, path)
  }
})
