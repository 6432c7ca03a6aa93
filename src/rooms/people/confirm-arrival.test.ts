import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outbox, writeLetter } from '#ground/mail'
import { insertAttempt, insertOutcome } from '#ground/mail-attempts'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { confirmArrival } from './confirm-arrival.ts'

const house = await testHouse()

test('A letter that somebody heard of is sent, and who said so is known.', async () => {
  const administrator = await givenKeeper(house, await givenOrganisation(house), 'administrator')
  const { organisation } = administrator
  await house.write(async (tx) => {
    const letter = { kind: 'test.letter', about: tx.newId(), recipient: null, organisation, address: 'ana@un.org' }
    await writeLetter(tx, { ...letter, language: 'en', title: 'Good day', body: 'A question for you.' })
  })
  const letters = () => house.read((db) => outbox(db, { organisation }))
  const mail = (await letters())[0]?.id ?? ''
  await house.write(async (tx) => insertOutcome(tx, await insertAttempt(tx, mail), { outcome: 'unsure', detail: null }))
  house.setNow('2026-11-23T09:00:00Z')
  await house.writeAs(administrator.scope, (tx) => confirmArrival(tx, { mail }))
  assert.equal((await letters())[0]?.state, 'sent')
  assert.deepEqual(
    (await house.news('mail.arrived')).map(({ subject, by }) => [subject, by]),
    [[mail, administrator.id]],
  )
})
