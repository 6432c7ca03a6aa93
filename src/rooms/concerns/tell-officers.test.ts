import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { addToConcern } from './add-to-concern.ts'
import { concernLettersTo, givenOfficer, givenSafe, raised, telling } from './concerns.testing.ts'
import { tellAddition, tellOfficers } from './tell-officers.ts'

const house = await testHouse()
const lettersTo = (person: string) => concernLettersTo(house, person)
const kindsTo = async (person: string) => (await lettersTo(person)).map(({ kind }) => kind)

const told = (subject: string) => house.write((tx) => tellOfficers(tx, { subject }))

test('Each officer is written to at once, and once; nobody else is, and the letter says nothing of the concern.', async () => {
  const safe = await givenSafe(house)
  const { id } = await raised(house, safe.mentee.scope, telling(safe.organisation, { partnership: safe.id, about: 'the mentor' }))
  for (let times = 0; times < 2; times += 1) await told(id)
  const mine = await lettersTo(safe.officer.id)
  assert.deepEqual(
    mine.map(({ kind }) => kind),
    ['concern.raised'],
  )
  assert.doesNotMatch(JSON.stringify(mine), /shouts|the mentor|serious/)
  assert.match(mine[0]?.body ?? '', new RegExp(`/concerns/${id}$`))
  assert.deepEqual(await kindsTo(safe.second.id), ['concern.raised'])
  for (const { id: person } of [safe.mentor, safe.mentee, safe.administrator]) {
    assert.deepEqual(
      (await kindsTo(person)).filter((kind) => kind.startsWith('concern.')),
      [],
    )
  }
})

test('An officer whom it is about gets no letter, by a tick or as one of the two.', async () => {
  const safe = await givenSafe(house)
  await givenOfficer(house, safe.organisation, null, safe.mentor)
  const ticked = await raised(house, null, telling(safe.organisation, { asides: [safe.second.id] }))
  const paired = await raised(house, safe.mentee.scope, telling(safe.organisation, { partnership: safe.id }))
  for (const { id } of [ticked, paired]) await told(id)
  const about = async (person: string) => (await lettersTo(person)).filter(({ kind }) => kind === 'concern.raised').map(({ body }) => body)
  assert.match((await about(safe.second.id)).join(), new RegExp(paired.id))
  assert.doesNotMatch((await about(safe.second.id)).join(), new RegExp(ticked.id))
  assert.doesNotMatch((await about(safe.mentor.id)).join(), new RegExp(paired.id))
})

test('An addition is told to the officers, each time.', async () => {
  const safe = await givenSafe(house)
  const { id, reference } = await raised(house, null, telling(safe.organisation, { anonymous: true }))
  for (const network of ['one', 'two']) {
    await house.writeAs({ ...safe.mentee.scope, door: 'sign-in', person: null }, (tx) =>
      addToConcern(tx, { reference, id: tx.newId(), text: 'More.', network }),
    )
    const [news] = (await house.news('concern.added')).filter(({ subject }) => subject === id).slice(-1)
    assert.ok(news)
    for (let times = 0; times < 2; times += 1) await house.write((tx) => tellAddition(tx, news))
  }
  assert.deepEqual(await kindsTo(safe.officer.id), ['concern.added', 'concern.added'])
})
