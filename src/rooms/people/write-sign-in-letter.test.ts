import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretHash } from '#ground/chance'
import { givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { limits } from './session.ts'
import { askAt, letterAt } from './sign-in.testing.ts'
import { codeHashOf } from './sign-in.ts'
import { writeSignInLetter } from './write-sign-in-letter.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
let nth = 0
const network = () => `net-${nth++}`

test('The letter holds the secrets, and the database only their hashes.', async () => {
  const person = await givenPerson(house, organisation, { email: 'amina@example.org', fullName: 'Amina Rahimi' })
  const { link, token, code, body, recipient } = await letterAt(house, 'amina@example.org', { network: network() })
  const row = await house.read((db) => db.selectFrom('signInLinks').selectAll().where('id', '=', link).executeTakeFirstOrThrow())
  assert.equal(Buffer.from(token, 'base64url').length * 8, 128)
  assert.equal(code.length, 8)
  assert.deepEqual(Buffer.from(row.tokenHash ?? []), secretHash(token))
  assert.deepEqual(Buffer.from(row.codeHash ?? []), codeHashOf(link, code))
  assert.equal(recipient, person.id)
  assert.match(body, /^Dear \u2068Amina Rahimi\u2069,/)
  assert.match(body, /\n\/sign-in\/[\w-]{22}$/)
})

test('The letter is in the language of the person.', async () => {
  await givenPerson(house, organisation, { email: 'farid@example.org', language: 'fa-AF' })
  const { language, title } = await letterAt(house, 'farid@example.org', { network: network() })
  assert.deepEqual([language, title], ['fa-AF', 'ورود به Lampline'])
})

test('Nobody has the address: nothing is written.', async () => {
  const { letter } = await askAt(house, 'nobody@example.org', { network: network() })
  assert.equal(letter, undefined)
})

test('Several share the address: one letter, which names none of them.', async () => {
  await givenPerson(house, organisation, { email: 'family@example.org', fullName: 'Zarghuna' })
  await givenPerson(house, organisation, { email: 'family@example.org', fullName: 'Habib' })
  const { link, body, recipient } = await letterAt(house, 'family@example.org', { network: network() })
  assert.equal(recipient, null)
  assert.doesNotMatch(body, /Zarghuna|Habib/)
  const all = await house.read((db) => db.selectFrom('mails').select(['id', 'organisation']).where('about', '=', link).execute())
  assert.deepEqual(
    all.map((mail) => mail.organisation),
    [organisation],
  )
})

test('Shared across organisations, the letter is in nobody’s outbox.', async () => {
  const other = await givenOrganisation(house, 'Another')
  await givenPerson(house, organisation, { email: 'both@example.org' })
  await givenPerson(house, other, { email: 'both@example.org' })
  const { link } = await letterAt(house, 'both@example.org', { network: network() })
  const mail = await house.read((db) => db.selectFrom('mails').select('organisation').where('about', '=', link).executeTakeFirstOrThrow())
  assert.equal(mail.organisation, null)
})

test('Heeded twice, the letter is written once; heeded too late, not at all.', async () => {
  await givenPerson(house, organisation, { email: 'once@example.org' })
  const { link, token } = await letterAt(house, 'once@example.org', { network: network() })
  await house.write((tx) => writeSignInLetter(tx, { subject: link }))
  const mails = await house.read((db) => db.selectFrom('mails').select('body').where('about', '=', link).execute())
  assert.equal(mails.length, 1)
  assert.ok(mails[0]?.body.endsWith(token))

  const late = await house.write(async (tx) => {
    const id = tx.newId()
    const past = tx.now.subtract({ minutes: 11 })
    await tx
      .insertInto('signInLinks')
      .values({ id, purpose: 'sign-in', address: 'once@example.org', askedAt: past, until: past.add({ minutes: 10 }) })
      .execute()
    return id
  })
  await house.write((tx) => writeSignInLetter(tx, { subject: late }))
  assert.equal(await house.read((db) => db.selectFrom('mails').select('id').where('about', '=', late).executeTakeFirst()), undefined)
})

test('So many letters an hour the whole house writes, and no more: a flood of requests is no flood of letters.', async () => {
  await givenPerson(house, organisation, { email: 'flooded@example.org' })
  house.setNow(house.now().add({ hours: 2 }).toString())
  await house.write((tx) => {
    const rows = Array.from({ length: limits.signInLettersAnHourMax - 1 }, () => {
      const id = tx.newId()
      return { id, purpose: 'sign-in', address: 'x@example.org', tokenHash: secretHash(id), askedAt: tx.now, until: tx.now }
    })
    return tx.insertInto('signInLinks').values(rows).execute()
  })
  assert.ok((await askAt(house, 'flooded@example.org', { network: network() })).letter)
  assert.equal((await askAt(house, 'flooded@example.org', { network: network() })).letter, undefined)
  assert.equal((await house.news('sign-in.withheld')).length, 1)
  house.setNow(house.now().add({ hours: 1 }).toString())
  assert.ok((await askAt(house, 'flooded@example.org', { network: network() })).letter)
})
