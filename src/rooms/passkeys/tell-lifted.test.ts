import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sessionsOf } from '#people/sign-in-reads'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { liftPasskeys } from './lift-passkeys.ts'
import { keyOf, sessionOf } from './passkeys.testing.ts'
import { tellLifted } from './tell-lifted.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)

test('Whose passkeys were lifted is signed out everywhere and told; lifted again, told again.', async () => {
  const administrator = await givenKeeper(house, organisation, 'administrator')
  const person = await givenPerson(house, organisation, { email: 'farid@example.org' })
  for (const _time of [1, 2]) {
    await keyOf(house, person)
    await sessionOf(house, person)
    await house.writeAs(administrator.scope, (tx) => liftPasskeys(tx, { person: person.id }))
    const news = (await house.news('passkeys.lifted')).at(-1)
    assert.ok(news)
    for (const _heeded of [1, 2]) await house.write((tx) => tellLifted(tx, news))
    assert.deepEqual(await house.read((db) => sessionsOf(db, person.id)), [])
  }
  const letters = await house.read((db) => db.selectFrom('mails').select(['kind', 'body']).where('recipient', '=', person.id).execute())
  assert.deepEqual(
    letters.map(({ kind }) => kind),
    ['passkeys.lifted', 'passkeys.lifted'],
  )
  assert.match(letters[0]?.body ?? '', /\n\/sign-in$/)
})
