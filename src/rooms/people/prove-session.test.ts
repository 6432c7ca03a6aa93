import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secretHash } from '#ground/chance'
import { type Scope, signInScope } from '#ground/db'
import { Missing } from '#ground/refusal'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { proveSession } from './prove-session.ts'
import { findMe } from './reads.ts'
import { limits } from './session.ts'
import { startSession } from './start-session.ts'

const house = await testHouse()
const organisation = await givenOrganisation(house)
const coming = { browser: 'a-browser', device: 'Firefox, Linux' }

async function signedIn({ id }: { id: string }) {
  const holder = { id, organisation }
  const started = await house.write((tx) => startSession(tx, { holder, link: { id: tx.newId(), next: null }, ...coming }))
  assert.ok(started.kind === 'session')
  const seen = seenBy(started.token)
  return { seen, session: (await seen())?.session ?? '' }
}
const seenBy =
  (token: string) =>
  (passkeysAre: 'required' | 'offered' = 'required') =>
    house.database.read(signInScope, (db) => findMe(db, secretHash(token), passkeysAre))
const prove = (scope: Scope, session: string) => house.writeAs(scope, (tx) => proveSession(tx, { session, by: 'passkey' }))

for (const role of ['administrator', 'coordinator', 'safeguarding'] as const) {
  test(`Where passkeys are required, the session of a role (${role}) opens nothing of it until it is confirmed, by another secret, and again after a working day.`, async () => {
    const person = await givenPerson(house, organisation)
    await house.write((tx) =>
      tx.insertInto('roles').values({ id: tx.newId(), person: person.id, role, organisation, givenAt: tx.now }).execute(),
    )
    const { seen, session } = await signedIn(person)
    const before = await seen()
    assert.deepEqual(
      [before?.owesProof, before?.passkey, before?.keeps, before?.administers, before?.isOfficer],
      [true, 'required', false, false, false],
    )
    assert.deepEqual([before?.scope.organisations, before?.scope.programmes, before?.scope.owesProof], [[], [], true])
    const { token, until } = await prove(person.scope, session)
    const seenAfter = seenBy(token)
    const proven = await seenAfter()
    assert.equal(await seen(), null)
    assert.equal(Buffer.from(token, 'base64url').length * 8, 128)
    assert.equal(until.epochMilliseconds - house.now().epochMilliseconds, limits.sessionDays * 86_400_000)
    assert.equal(proven?.owesProof, false)
    assert.deepEqual(
      [proven?.keeps, proven?.administers, proven?.isOfficer],
      [role !== 'safeguarding', role === 'administrator', role === 'safeguarding'],
    )
    house.setNow(house.now().add({ hours: limits.proofHours }).toString())
    assert.equal((await seenAfter())?.owesProof, true)
  })
}

test('Where passkeys are offered, a role opens as before and its person is asked; who has no role owes nothing anywhere.', async () => {
  const keeper = await signedIn(await givenKeeper(house, organisation))
  assert.deepEqual(
    [(await keeper.seen('offered'))?.owesProof, (await keeper.seen('offered'))?.passkey, (await keeper.seen('offered'))?.keeps],
    [false, 'asked', true],
  )
  const plain = await signedIn(await givenPerson(house, organisation))
  assert.deepEqual([(await plain.seen())?.owesProof, (await plain.seen())?.passkey], [false, 'offered'])
})

test('While a session owes its proof, the walls know it too: its person administers nothing and answers no concern.', async () => {
  const keeper = await givenKeeper(house, organisation, 'administrator')
  const { seen } = await signedIn(keeper)
  const owing = (await seen())?.scope
  assert.ok(owing)
  const read = (scope: Scope) =>
    house.database.read(scope, async (db) => ({
      mails: await db.selectFrom('mails').select('id').execute(),
      roles: await db.selectFrom('roles').select('person').execute(),
      administers: await db.selectNoFrom((eb) => eb.fn<boolean>('scope.administers', [eb.val(organisation)]).as('yes')).executeTakeFirst(),
    }))
  const [shut, open] = [await read(owing), await read(keeper.scope)]
  assert.deepEqual([shut.administers?.yes, open.administers?.yes], [false, true])
  assert.deepEqual([...new Set(shut.roles.map(({ person }) => person))], [keeper.id])
  assert.ok(open.roles.length > shut.roles.length)
})

test('Only its own person confirms a session.', async () => {
  const { session } = await signedIn(await givenKeeper(house, organisation))
  await assert.rejects(prove((await givenKeeper(house, organisation)).scope, session), Missing)
})
