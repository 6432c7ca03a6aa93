import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outbox, writeLetter } from '#ground/mail'
import { insertAttempt, insertOutcome } from '#ground/mail-attempts'
import { Missing, Refusal } from '#ground/refusal'
import { type GivenPerson, givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { confirmArrival } from './confirm-arrival.ts'
import { resendLetter } from './resend-letter.ts'

const house = await testHouse()
type Outcome = Parameters<typeof insertOutcome>[2]['outcome']

/** A letter of an organisation, tried once with this outcome; without one, as it was written. */
async function givenLetter(organisation: string, outcome?: Outcome): Promise<string> {
  await house.write(async (tx) => {
    const letter = { kind: 'test.letter', about: tx.newId(), recipient: null, organisation, address: 'ana@un.org' }
    await writeLetter(tx, { ...letter, language: 'en', title: 'Good day', body: 'A question for you.' })
  })
  const [letter] = await house.read((db) => outbox(db, { organisation }))
  assert.ok(letter)
  if (outcome) await house.write(async (tx) => insertOutcome(tx, await insertAttempt(tx, letter.id), { outcome, detail: null }))
  house.setNow(house.now().add({ seconds: 1 }).toString())
  return letter.id
}

const stateOf = async (organisation: string) => (await house.read((db) => outbox(db, { organisation })))[0]?.state
const resend = (who: GivenPerson, mail: string) => house.writeAs(who.scope, (tx) => resendLetter(tx, { mail }))
const confirm = (who: GivenPerson, mail: string) => house.writeAs(who.scope, (tx) => confirmArrival(tx, { mail }))
const isDecided = (error: unknown) => error instanceof Refusal && error.reason === 'people.letterDecided'
const given = async (role: 'administrator' | 'coordinator' = 'administrator') => givenKeeper(house, await givenOrganisation(house), role)

test('A letter that a crash left unsure is sent again: its news is there a second time, for the worker.', async () => {
  const administrator = await given()
  const mail = await givenLetter(administrator.organisation, 'unsure')
  await resend(administrator, mail)
  assert.equal(await stateOf(administrator.organisation), 'again')
  assert.equal((await house.news('mail.written')).filter(({ subject }) => subject === mail).length, 2)
})

test('A letter that did arrive is kept as sent, and nothing is sent any more.', async () => {
  const administrator = await given()
  const mail = await givenLetter(administrator.organisation, 'unsure')
  await confirm(administrator, mail)
  assert.equal(await stateOf(administrator.organisation), 'sent')
  assert.equal((await house.news('mail.written')).filter(({ subject }) => subject === mail).length, 1)
  await assert.rejects(resend(administrator, mail), isDecided)
})

test('What was sent, kept here, or not tried yet has nothing to decide.', async () => {
  const administrator = await given()
  for (const outcome of ['sent', 'kept', undefined] as const) {
    const mail = await givenLetter(administrator.organisation, outcome)
    await assert.rejects(resend(administrator, mail), isDecided)
    await assert.rejects(confirm(administrator, mail), isDecided)
  }
})

test('A coordinator decides nothing about letters, nor does the administrator of another organisation.', async () => {
  const administrator = await given()
  const mail = await givenLetter(administrator.organisation, 'unsure')
  for (const stranger of [await givenKeeper(house, administrator.organisation), await given()]) {
    await assert.rejects(resend(stranger, mail), Missing)
    await assert.rejects(confirm(stranger, mail), Missing)
  }
  assert.equal(await stateOf(administrator.organisation), 'unsure')
})
