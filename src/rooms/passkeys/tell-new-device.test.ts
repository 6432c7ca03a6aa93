import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startSession } from '#people/start-session'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { tellNewDevice } from './tell-new-device.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const letters = (recipient: string) =>
  house.read((db) => db.selectFrom('mails').select(['address', 'language', 'body']).where('recipient', '=', recipient).execute())

/** Signs in by these browsers, and lets the worker heed each. */
async function cameBy(id: string, ...browsers: string[]) {
  for (const browser of browsers) {
    await house.write((tx) =>
      startSession(tx, { holder: { id, organisation }, link: { id: tx.newId(), next: null }, browser, device: 'Firefox, Android' }),
    )
    const news = (await house.news('session.started')).at(-1)
    assert.ok(news)
    for (const _time of [1, 2]) await house.write((tx) => tellNewDevice(tx, news))
  }
}

test('A browser that never signed this person in is told of, once, in their language; the first ever and a known one are not.', async () => {
  const { id } = await givenPerson(house, organisation, { email: 'amina@example.org', language: 'fa-AF' })
  await cameBy(id, 'desk', 'desk')
  assert.deepEqual(await letters(id), [])
  await cameBy(id, 'telephone', 'desk', 'telephone')
  const [letter, ...more] = await letters(id)
  assert.deepEqual([letter?.address, letter?.language, more.length], ['amina@example.org', 'fa-AF', 0])
  assert.match(letter?.body ?? '', /Firefox, Android/)
  assert.match(letter?.body ?? '', /\n\/me#sessions$/)
})

test('Who has no address gets no letter.', async () => {
  const { id } = await givenPerson(house, organisation, { email: null })
  await cameBy(id, 'desk', 'telephone')
  assert.deepEqual(await letters(id), [])
})
