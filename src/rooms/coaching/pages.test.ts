import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, constants } from 'node:zlib'
import { realHands } from '#ground/chance'
import { standing } from '#hours/hours.testing'
import { doorOf } from '#people/web.testing'
import { untouched, wordsOf } from '#programmes/browser.testing'
import { testHouse } from '#testing/house'
import { askToConfirm } from './ask-to-confirm.ts'
import { bookGroup } from './book-group.ts'
import { afterwards, booked, givenClient, givenCoaching, logged, meetingAt, soon } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { payAnswered } from './confirm-by-link.ts'
import { confirmCoaching } from './confirm-coaching.ts'
import { makeStrip } from './make-strip.ts'
import { codesOf } from './strip-reads.ts'
import { web } from './web.ts'

const house = await testHouse()
const { app, browserOf } = doorOf(house, web)
const { newId } = realHands

async function givenStrip(given: Awaited<ReturnType<typeof givenCoaching>>) {
  const id = newId()
  await house.writeAs(given.coordinator, (tx) => makeStrip(tx, { id, business: given.business }))
  return (await house.database.read(given.coordinator, (db) => codesOf(db, { id, organisation: given.bank.organisation }))) ?? []
}

test('The coach’s log is filled in but for the topic and the code; a mistyped code keeps the log and says so.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const given = await givenCoaching(house)
  const [code = ''] = await givenStrip(given)
  const meeting = await booked(house, given)
  afterwards(house)
  const coach = await browserOf(given.coach)
  const path = `/coaching-meetings/${meeting}`
  const form = untouched((await coach.get(path)).text, `${path}/log`)
  assert.deepEqual([form.minutes, form.mode, form.place, form.present], [['60'], ['in-person'], ['business'], ['owner']])
  const wrong = await coach.post(`${path}/log`, { ...form, topic1: 'budgeting', nextStep: 'Sew', minutes: '1,5' })
  assert.equal(wrong.status, 422)
  assert.match(wordsOf(wrong.text), /write 90 minutes as 90/)
  assert.match(wrong.text, /value="1,5"/)
  const told = await coach.post(`${path}/log`, { ...form, topic1: 'budgeting', nextStep: 'Sew', minutes: '۶۰', code: '000000' })
  assert.equal(told.to, `${path}?code=mistyped`, wordsOf(told.text))
  const page = await coach.get(told.to)
  assert.match(wordsOf(page.text), /There is no such code\. The log is kept/)
  const again = untouched(page.text, `${path}/code`)
  const right = await coach.post(`${path}/code`, { ...again, code })
  assert.equal(right.to, `${path}?done=coaching-confirmed`)
  assert.equal((await standing(house, given)).payable, '-1200')
})

test('The client sees what the coach wrote, and confirms with one button; a stranger sees nothing.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  const owner = await browserOf(given.owner)
  const path = `/coaching-meetings/${meeting}`
  const { text } = await owner.get(path)
  assert.match(wordsOf(text), /Did you meet for 60 minutes\?/)
  const [, id = ''] = /name="id" value="([^"]+)"/.exec(text) ?? []
  for (const _ of [1, 2]) assert.equal((await owner.post(`${path}/confirmation`, { id, says: 'yes' })).to, `${path}?done=answer-recorded`)
  assert.equal((await standing(house, given)).payable, '-1200')
  const other = await givenCoaching(house)
  const stranger = await browserOf(other.owner)
  assert.equal((await stranger.get(path)).status, 404)
  assert.equal((await stranger.get(`/businesses/${given.business}/coaching`)).status, 404)
})

test('A letter’s link opens one button without signing in; to open it changes nothing, to press it confirms.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  for (const news of await house.news('coaching.logged')) if (news.subject === meeting) await house.write((tx) => askToConfirm(tx, news))
  const [letter] = await house.read((db) => db.selectFrom('mails').select(['body']).where('about', '=', meeting).execute())
  const path = `/coaching-confirmations/${letter?.body.split('/coaching-confirmations/')[1]}`
  const headers = { 'sec-fetch-site': 'same-origin' }
  for (const method of ['HEAD', 'GET', 'GET']) assert.equal((await app.request(path, { method, headers })).status, 200)
  assert.equal(stateOf(await meetingAt(house, meeting), house.now()), 'recorded')
  const body = new FormData()
  for (const [name, value] of Object.entries({ id: newId(), says: 'yes' })) body.append(name, value)
  assert.equal((await app.request(path, { method: 'POST', headers, body })).status, 303)
  for (const news of await house.news('coaching.answered')) await house.write((tx) => payAnswered(tx, news))
  assert.equal((await standing(house, given)).payable, '-1200')
  assert.match(wordsOf(await (await app.request(path, { headers })).text()), /You said: It is right/)
  assert.equal((await app.request('/coaching-confirmations/unknown', { headers })).status, 404)
})

test('Where money is short the page says whose, and offers to wait; what was typed is kept.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const given = await givenCoaching(house, { perHour: 10_000_000n })
  const owner = await browserOf(given.owner)
  const path = `/businesses/${given.business}/coaching`
  const form = untouched((await owner.get(path)).text, path)
  const short = await owner.post(path, { ...form, clock: '10:00' })
  assert.equal(short.status, 422)
  assert.match(wordsOf(short.text), /Nordlys is short.*Wait in the queue/)
  const waiting = untouched(short.text, path)
  assert.equal((await owner.post(path, { ...waiting, wait: 'yes' })).status, 303)
  assert.match(wordsOf((await owner.get(path)).text), /Waiting for money/)
})

test('All pages of the room open for whom they are, in Dari too, and keep the budget of every page.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const given = await givenCoaching(house)
  await givenStrip(given)
  const second = await givenClient(house, given.programme, { coach: given.coach })
  const meeting = await logged(house, given)
  const disputed = await logged(house, second)
  await house.writeAs(second.owner.scope, (tx) => confirmCoaching(tx, { id: newId(), meeting: disputed, says: 'no', minutes: null }))
  house.setNow('2026-11-23T08:00:00Z')
  const grouping = newId()
  const group = {
    id: grouping,
    businesses: [given.business, second.business],
    startsAt: soon.add({ hours: 2 }),
    zone: 'Asia/Kabul',
    minutes: 30,
  }
  await house.writeAs(given.coach.scope, (tx) => bookGroup(tx, { ...group, mode: 'phone', place: 'none', escorted: false }))
  house.setNow('2026-12-20T08:00:00Z')
  const ids: Record<string, string> = { programme: given.programme.id, business: given.business, meeting, grouping }
  for (const language of ['en', 'fa-AF'] as const) {
    const browsers = { coach: await browserOf(given.coach, language), keeper: await browserOf(given.keeper, language) }
    for (const { path } of web.filter((route) => route.does === 'page' && !route.path.includes(':token'))) {
      const who = path.includes('coaching-groups') ? browsers.coach : browsers.keeper
      const answer = await who.get(path.replace(/:(\w+)/g, (_all, name: string) => ids[name] ?? ''))
      assert.equal(answer.status, 200, path)
      const bytes = brotliCompressSync(answer.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length
      const elements = answer.text.match(/<[a-z][^\s>/]*/gi)?.length ?? 0
      assert.ok(bytes <= 14_000 && elements <= 900, `${path}: ${bytes} bytes, ${elements} elements`)
    }
  }
  const keeper = await browserOf(given.keeper)
  assert.match(wordsOf((await keeper.get(`/programmes/${given.programme.id}/disputes`)).text), /60 minutes.*It did not take place/)
  const outage = await keeper.get(`/programmes/${given.programme.id}/outages?from=2026-11-24&until=2026-11-26`)
  assert.equal(outage.status, 200)
})
