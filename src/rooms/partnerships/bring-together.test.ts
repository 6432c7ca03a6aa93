import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { accept } from './accept.ts'
import { bringTogether } from './bring-together.ts'
import { endPartnership } from './end-partnership.ts'
import { givenPair, lettersAbout } from './pairs.testing.ts'

const house = await testHouse()
const contactsOf = (who: { scope: Parameters<typeof house.database.read>[0] }, person: string) =>
  house.database.read(who.scope, (db) => db.selectFrom('contacts').select('address').where('person', '=', person).execute())

test('Once both said yes each is told how to reach the other, and what comes next; before, nobody reads an address.', async () => {
  const { id, mentor, mentee } = await givenPair(house, { mentee: { email: 'zahra@example.org' } })
  await house.writeAs(mentor.scope, (tx) => accept(tx, { partnership: id, side: null }))
  assert.equal((await contactsOf(mentor, mentee.id)).length, 0)
  await house.writeAs(mentee.scope, (tx) => accept(tx, { partnership: id, side: null }))
  for (const _twice of [1, 2]) await house.write((tx) => bringTogether(tx, { subject: id }))
  const letters = await lettersAbout(house, id)
  assert.equal(letters.length, 2)
  const toMentor = letters.find(({ recipient }) => recipient === mentor.id)
  assert.match(toMentor?.body ?? '', /at \u2068zahra@example\.org\u2069/)
  assert.match(toMentor?.body ?? '', /a first meeting within 14 days/)
  assert.equal((await contactsOf(mentor, mentee.id)).length, 1)
  await house.write((tx) => endPartnership(tx, { partnership: id, reason: 'withdrawn' }))
  assert.equal((await contactsOf(mentor, mentee.id)).length, 0, 'and no longer once it ended')
})
