import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outbox, writeLetter } from '#ground/mail'
import { insertAttempt, insertOutcome } from '#ground/mail-attempts'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { doorOf } from './web.testing.ts'
import { web } from './web.ts'

const house = await testHouse()
const { browserOf } = doorOf(house, web)
const given = async () => givenKeeper(house, await givenOrganisation(house), 'administrator')

type Facts = { title: string; body?: string; kind?: string; outcome?: Parameters<typeof insertOutcome>[2]['outcome'] }

async function givenLetter(organisation: string, { title, body = 'Good day.', kind = 'test.letter', outcome }: Facts): Promise<string> {
  house.setNow(house.now().add({ seconds: 1 }).toString())
  const letter = { kind, recipient: null, organisation, address: 'ana@un.org', language: 'en' as const, title, body }
  await house.write((tx) => writeLetter(tx, { ...letter, about: tx.newId() }))
  const id = (await house.read((db) => outbox(db, { organisation })))[0]?.id ?? ''
  if (outcome) await house.write(async (tx) => insertOutcome(tx, await insertAttempt(tx, id), { outcome, detail: null }))
  house.setNow(house.now().add({ seconds: 1 }).toString())
  return id
}

test('Letters are listed newest first with what became of them, fifty a page, and none of another organisation.', async () => {
  const [administrator, other] = [await given(), await given()]
  await givenLetter(other.organisation, { title: 'Not yours' })
  for (let at = 0; at < 51; at++) await givenLetter(administrator.organisation, { title: `Letter ${100 + at}`, outcome: 'kept' })
  const browser = await browserOf(administrator)
  const first = await browser.get('/outbox')
  assert.match(first.text, /Letter 150[\s\S]*Letter 149[\s\S]*Letter 101/)
  assert.doesNotMatch(first.text, /Letter 100|Not yours/)
  const earlier = /href="(\/outbox\?before=[^"]+)"/.exec(first.text)?.[1] ?? ''
  assert.match((await browser.get(earlier)).text, /Letter 100/)
  for (const before of ['nonsense', '2026-99-99T00:00:00Z', '9'.repeat(999)]) {
    assert.equal((await browser.get(`/outbox?before=${before}`)).status, 200)
  }
})

test('A letter is read whole, as text.', async () => {
  const administrator = await given()
  const id = await givenLetter(administrator.organisation, {
    title: 'Hello <b>',
    body: 'A line.\n\n<script>alert(1)</script>',
    outcome: 'kept',
  })
  const { text, status } = await (await browserOf(administrator)).get(`/mails/${id}`)
  assert.equal(status, 200)
  assert.match(text, /Hello &lt;b&gt;[\s\S]*&lt;script&gt;alert/)
  assert.doesNotMatch(text, /\/resending|\/arrival/)
})

test('A letter that a crash left unsure is sent again, or said to have arrived; decided once.', async () => {
  const administrator = await given()
  const browser = await browserOf(administrator)
  const [lost, arrived] = [
    await givenLetter(administrator.organisation, { title: 'Lost', outcome: 'unsure' }),
    await givenLetter(administrator.organisation, { title: 'There', outcome: 'unsure' }),
  ]
  assert.match((await browser.get('/outbox')).text, /2 letters on this page wait for your decision/)
  assert.match((await browser.get(`/mails/${lost}`)).text, /action="\/mails\/[^"]*\/resending"[\s\S]*action="\/mails\/[^"]*\/arrival"/)
  assert.equal((await browser.post(`/mails/${lost}/resending`)).to, `/mails/${lost}?done=resent`)
  assert.equal((await browser.post(`/mails/${arrived}/arrival`)).to, `/mails/${arrived}?done=arrived`)
  const late = await browser.post(`/mails/${arrived}/resending`)
  assert.equal(late.status, 422)
  assert.match(late.text, /There is nothing to decide about this letter/)
  const states = new Map(
    (await house.read((db) => outbox(db, { organisation: administrator.organisation }))).map(({ id, state }) => [id, state]),
  )
  assert.deepEqual([states.get(lost), states.get(arrived)], ['again', 'sent'])
})

test('A coordinator, a person and the administrator of another organisation find no letters.', async () => {
  const administrator = await given()
  const id = await givenLetter(administrator.organisation, { title: 'Secret', outcome: 'unsure' })
  const { organisation } = administrator
  for (const stranger of [await givenKeeper(house, organisation), await givenPerson(house, organisation), await given()]) {
    const browser = await browserOf(stranger)
    assert.equal((await browser.get(`/mails/${id}`)).status, 404)
    assert.doesNotMatch((await browser.get('/outbox')).text, /Secret/)
    for (const deed of ['resending', 'arrival']) assert.equal((await browser.post(`/mails/${id}/${deed}`)).status, 404)
  }
})
