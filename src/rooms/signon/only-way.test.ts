import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInScope } from '#ground/db'
import { askAt, letterAt, linkRow, sessionsIn } from '#people/sign-in.testing'
import { onlyWayOf } from '#people/sign-in-reads'
import { enter, startSession } from '#people/start-session'
import { givenKeeper, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { endProvider } from './end-provider.ts'
import { givenProvider, setUp } from './signon.testing.ts'

const house = await testHouse()
let nth = 0
const network = () => `net-${nth++}`
const wayOf = (person: string) => house.database.read(signInScope, (db) => onlyWayOf(db, person))

async function givenOnly() {
  const provider = await givenProvider(house, { isOnly: true })
  nth += 1
  const email = `only${nth}@example.org`
  const person = await givenPerson(house, provider.organisation, { email })
  return { ...provider, person, email, way: `/sign-in/with/${provider.name}` }
}
const begins = (person: { id: string; organisation: string }, begunBy: 'link' | 'passkey' | 'provider') =>
  house.database.write(signInScope, (tx) =>
    startSession(tx, { holder: person, link: { id: tx.newId(), next: null }, browser: 'here', device: '', begunBy }),
  )

test('Where people may come in only that way, letter and passkey lead to it and sign nobody in; the provider signs in.', async () => {
  const { person, way } = await givenOnly()
  for (const begunBy of ['link', 'passkey'] as const) assert.deepEqual(await begins(person, begunBy), { kind: 'other-way', way })
  assert.deepEqual(
    (await sessionsIn(house)).filter((row) => row.person === person.id),
    [],
  )
  assert.equal((await begins(person, 'provider')).kind, 'session')
})

test('The letter names the way and holds no secret.', async () => {
  const { email, way } = await givenOnly()
  const { letter } = await askAt(house, email, { network: network() })
  assert.equal(letter?.code, '')
  assert.ok(letter?.body.includes(`\n${way}\n`), letter?.body)
  assert.doesNotMatch(letter?.body ?? '', /\/sign-in\/(?!with\/)/)
})

test('A letter of before leads there too.', async () => {
  const { administrator, organisation, name } = await givenProvider(house)
  await givenPerson(house, organisation, { email: 'before@example.org' })
  const { link } = await letterAt(house, 'before@example.org', { network: network() })
  house.setNow(house.now().add({ minutes: 1 }).toString())
  await setUp(house, administrator, { name, isOnly: true })
  const row = (await linkRow(house, link)) ?? assert.fail('no link')
  const entered = await house.database.write(signInScope, (tx) => enter(tx, row, { browser: 'here', device: '' }))
  assert.deepEqual(entered, { kind: 'other-way', way: `/sign-in/with/${name}` })
})

test('Administrators keep every way, while they are; coordinators have the one, and who is elsewhere is as before.', async () => {
  const { organisation, way } = await givenOnly()
  const keeper = await givenKeeper(house, organisation, 'administrator')
  assert.equal((await begins(keeper, 'link')).kind, 'session')
  await house.write(async (tx) => {
    const role = await tx.selectFrom('roles').select('id').where('person', '=', keeper.id).executeTakeFirstOrThrow()
    await tx.insertInto('roleEnds').values({ role: role.id, at: tx.now }).execute()
  })
  assert.equal(await wayOf(keeper.id), way)
  assert.equal(await wayOf((await givenKeeper(house, organisation)).id), way)
  const other = await givenProvider(house)
  assert.equal(await wayOf((await givenPerson(house, other.organisation)).id), null)
})

test('Set up anew without it, or taken away, letters sign in again.', async () => {
  const [anew, away] = [await givenOnly(), await givenOnly()]
  house.setNow(house.now().add({ minutes: 1 }).toString())
  await setUp(house, anew.administrator, { name: anew.name })
  await house.writeAs(away.administrator.scope, (tx) => endProvider(tx, { organisation: away.organisation }))
  for (const { person } of [anew, away]) assert.equal((await begins(person, 'link')).kind, 'session')
})

test('Who is signed in, even as an administrator, may not ask which way is anybody’s.', async () => {
  const { person, administrator } = await givenOnly()
  assert.equal(await house.database.read(administrator.scope, (db) => onlyWayOf(db, person.id)), null)
})
