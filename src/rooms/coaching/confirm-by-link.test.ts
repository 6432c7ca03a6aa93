import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { signInScope } from '#ground/db'
import { refused, standing } from '#hours/hours.testing'
import { assertNowhere } from '#testing/canary'
import { testHouse } from '#testing/house'
import { askToConfirm } from './ask-to-confirm.ts'
import { type GivenCoaching, givenCoaching, logged, meetingAt } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { confirmByLink, payAnswered } from './confirm-by-link.ts'
import { meetingByLink } from './link-reads.ts'

const house = await testHouse()
const { newId } = realHands

/** The secret of the letter that asked about a meeting. */
async function askedBy(meeting: string): Promise<string> {
  const news = (await house.news('coaching.logged')).filter(({ subject }) => subject === meeting)
  for (const each of news) await house.write((tx) => askToConfirm(tx, each))
  const [letter] = await house.read((db) => db.selectFrom('mails').select(['body']).where('about', '=', meeting).execute())
  return letter?.body.split('/coaching-confirmations/')[1] ?? ''
}
async function heeded(): Promise<void> {
  for (const news of await house.news('coaching.answered')) await house.write((tx) => payAnswered(tx, news))
}
const answered = (token: string, says: 'yes' | 'no' = 'yes') =>
  house.writeAs(signInScope, (tx) => confirmByLink(tx, { id: newId(), token, says, minutes: null }))

test('By the link of a letter a client confirms without signing in, once; then the house spends, once.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given, { nextStep: 'Buy thread' })
  const token = await askedBy(meeting)
  const shown = await house.database.read(signInScope, (db) => meetingByLink(db, token))
  assert.deepEqual([shown?.minutes, shown?.closed, shown?.said], [60, false, null])
  assert.equal((await standing(house, given)).payable, undefined, 'to look changes nothing')
  for (const _ of [1, 2, 3]) await answered(token)
  await heeded()
  await heeded()
  assert.equal((await standing(house, given)).payable, '-1200')
  assert.equal((await meetingAt(house, meeting)).confirmation?.how, 'link')
})

test('What a client tells by the link beside is kept with the first answer.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  const token = await askedBy(meeting)
  const asked = { token, says: 'yes', minutes: null, useful: 5, askedForMoney: false } as const
  for (const _ of [1, 2]) await house.writeAs(signInScope, (tx) => confirmByLink(tx, { ...asked, id: newId() }))
  const told = await house.read((db) => db.selectFrom('coachingTold').select(['useful', 'askedForMoney', 'by']).execute())
  assert.deepEqual(told, [{ useful: 5, askedForMoney: false, by: null }])
})

test('A no by the link is a dispute, and a secret that is wrong or over confirms nothing.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  const token = await askedBy(meeting)
  await assert.rejects(answered('wrong'), { name: 'Missing' })
  await answered(token, 'no')
  await heeded()
  assert.equal(stateOf(await meetingAt(house, meeting), house.now()), 'disputed')
  assert.equal((await standing(house, given)).payable, undefined)
})

test('The coach who is signed in and opens the link of their client confirms nothing.', async () => {
  const given: GivenCoaching = await givenCoaching(house)
  const meeting = await logged(house, given)
  const token = await askedBy(meeting)
  await assert.rejects(
    house.writeAs(given.coach.scope, (tx) => confirmByLink(tx, { id: newId(), token, says: 'yes', minutes: null })),
    refused('coaching.ownClient'),
  )
})

test('The letter says the day and the length, never what was said; its secret is in no other row.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given, { nextStep: 'Wombat accounts' })
  const token = await askedBy(meeting)
  assert.ok(token.length >= 20)
  await assertNowhere(house.databaseName, ['Wombat accounts'])
  await assertNowhere(house.databaseName, [token], ['mails'])
})
