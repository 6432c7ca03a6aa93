import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type GivenPerson, givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { myAttributes } from './people-reads.ts'
import { profilesOf } from './profile-reads.ts'
import { topics } from './topics.ts'
import { doorOf } from './web.testing.ts'
import { web } from './web.ts'

const house = await testHouse()
const { app, browserOf } = doorOf(house, web)
const given = async (facts: Parameters<typeof givenPerson>[2] = {}) => givenPerson(house, await givenOrganisation(house), facts)
const profileOf = async ({ id }: GivenPerson) => (await house.read((db) => profilesOf(db, [id]))).get(id)
const told = (person: GivenPerson) => house.database.read(person.scope, (db) => myAttributes(db, person.id))
const form = { fullName: 'شکریه', language: 'en', calendar: 'gregory', zone: 'UTC' }

test('One’s own page keeps every field, and says at each who sees it.', async () => {
  const person = await given()
  const browser = await browserOf(person)
  const { text } = await browser.get('/me')
  for (const field of ['fullName', 'email', 'phone', 'languages', 'canHelpWith', 'wantsHelpWith', 'about']) {
    assert.match(text, new RegExp(`id="f-${field}-seen"`), field)
  }
  const fields = {
    calledName: 'Shuk',
    email: 'shukria@un.org',
    languages: 'Dari, français',
    about: 'Accounts.',
    hours1: ['morning', 'evening'],
  }
  const topicsTold = { canHelpWith: ['finance', topics[0] ?? ''], canHelpWithOwn: 'Saffron trade', wantsHelpWithOwn: topics[1] ?? '' }
  assert.equal((await browser.post('/me', { ...form, ...fields, ...topicsTold })).to, '/me?done=saved')
  const kept = await profileOf(person)
  assert.deepEqual([kept?.fullName, kept?.calledName, kept?.email, kept?.languages], ['شکریه', 'Shuk', 'shukria@un.org', ['fa-AF', 'fr']])
  assert.deepEqual(kept?.canHelpWith.toSorted(), [...new Set(['finance', topics[0], 'Saffron trade'])].toSorted())
  assert.deepEqual(kept?.wantsHelpWith, [topics[1]])
  assert.deepEqual(kept?.freeHours, [
    { day: 1, from: 480, to: 720 },
    { day: 1, from: 1_020, to: 1_260 },
  ])
  const again = await browser.get('/me')
  assert.match(again.text, /value="[^"]*Saffron trade"/)
  assert.match(again.text, /name="hours1" value="morning" checked/)
})

test('Another language of letters is also the language of the browser’s pages.', async () => {
  const person = await given()
  const answer = await (await browserOf(person)).post('/me', { ...form, language: 'fa-AF', calendar: 'persian', zone: 'Asia/Kabul' })
  assert.match(answer.cookies, /lampline-language=fa-AF/)
  const kept = await profileOf(person)
  assert.deepEqual([kept?.language, kept?.calendar, kept?.zone], ['fa-AF', 'persian', 'Asia/Kabul'])
})

test('Hours that no box offers stay, unless they are unticked; what the organisation says stays in any case.', async () => {
  const beside = { day: 2, from: 540, to: 700 }
  const person = await given({ freeHours: [beside], grade: 'P4', gradeLevel: 11, unit: 'Finance' })
  const browser = await browserOf(person)
  assert.match((await browser.get('/me')).text, /Tuesday 09:00-11:40/)
  await browser.post('/me', { ...form, beside: 'keep', grade: 'D2', unit: 'Hacked', code: 'X' })
  const kept = await profileOf(person)
  assert.deepEqual([kept?.freeHours, kept?.grade, kept?.gradeLevel, kept?.unit, kept?.code], [[beside], 'P4', 11, 'Finance', person.code])
  await browser.post('/me', form)
  assert.equal((await profileOf(person))?.freeHours, null)
})

test('More than twenty topics are refused at their field, and every tick stays.', async () => {
  const person = await given()
  const answer = await (await browserOf(person)).post('/me', { ...form, canHelpWith: topics.slice(0, 21), languages: 'Klingonese' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /href="#f-canHelpWith"[\s\S]*<details open/)
  assert.match(answer.text, /href="#f-languages"/)
  assert.equal(answer.text.match(/name="canHelpWith" value="[^"]+" checked/g)?.length, 21)
  assert.deepEqual((await profileOf(person))?.canHelpWith, [])
})

test('What nobody reads is told and taken back on a page of its own; the coordinator’s page shows none of it.', async () => {
  const person = await given()
  const keeper = await browserOf(await givenKeeper(house, person.organisation, 'administrator'))
  const browser = await browserOf(person)
  assert.match((await browser.get('/me/attributes')).text, /Nobody reads what you write here/)
  await browser.post('/me/attributes', { gender: 'woman-of-note', birthYear: '1985' })
  assert.match((await browser.get('/me/attributes')).text, /<bdi dir="auto">woman-of-note<\/bdi>/)
  for (const path of [`/people/${person.id}`, `/people/${person.id}/profile`, `/organisations/${person.organisation}/people.csv`]) {
    assert.doesNotMatch((await keeper.get(path)).text, /woman-of-note/)
  }
  const wrong = await browser.post('/me/attributes', { gender: 'woman-of-note', birthYear: 'long ago' })
  assert.equal(wrong.status, 422)
  assert.deepEqual(await told(person), { gender: 'woman-of-note', birthYear: '1985' })
  assert.equal((await browser.post('/me/attributes/birthYear/taking-back')).to, '/me/attributes?done=taken-back')
  assert.deepEqual(await told(person), { gender: 'woman-of-note' })
  assert.match((await browser.get('/me/attributes')).text, /You took it back/)
  await browser.post('/me/attributes')
  assert.deepEqual(await told(person), {})
})

test('Each of one’s sessions is listed with its device, and ended one by one; nobody ends another’s.', async () => {
  const person = await given()
  const [here, there] = [await browserOf(person, 'en', 'Firefox on Linux'), await browserOf(person, 'en', 'Safari on a telephone')]
  const stranger = await browserOf(await given())
  assert.match((await here.get('/me')).text, /Firefox on Linux[\s\S]*Safari on a telephone|Safari on a telephone[\s\S]*Firefox on Linux/)
  assert.equal((await stranger.post(`/sessions/${there.session}/ending`)).status, 404)
  assert.equal((await there.get('/me')).status, 200)
  assert.equal((await here.post(`/sessions/${there.session}/ending`)).status, 303)
  assert.equal((await there.get('/me')).status, 303)
  assert.doesNotMatch((await here.get('/me')).text, /Safari on a telephone/)
  await here.post(`/sessions/${here.session}/ending`)
  assert.equal((await here.get('/me')).status, 303)
})

test('Naughty texts in every field are kept or refused, never a crash, and never run.', async () => {
  const person = await given()
  const browser = await browserOf(person)
  for (const naughty of ['<script>alert(1)</script>', "'; drop table people; --", '\u202Eabc', '😀'.repeat(300), '\ud83d']) {
    const fields = { fullName: naughty, calledName: naughty, about: naughty, canHelpWithOwn: naughty, phone: naughty, languages: naughty }
    const answer = await browser.post('/me', { ...form, ...fields })
    assert.ok([303, 400, 422].includes(answer.status), `${answer.status}`)
    assert.doesNotMatch(answer.text, /<script>alert/)
    await browser.post('/me', { ...form, fullName: naughty, about: naughty, canHelpWithOwn: naughty })
    assert.doesNotMatch((await browser.get('/me')).text, /<script>alert/)
  }
  assert.equal((await app.request('/me')).status, 303)
})
