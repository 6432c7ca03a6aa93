import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInScope } from '#ground/db'
import { Refusal } from '#ground/refusal'
import { givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { beginSignOn } from './begin-sign-on.ts'
import { endProvider } from './end-provider.ts'
import { finishSignOn } from './finish-sign-on.ts'
import type { Claims } from './outside.ts'
import { ownTry } from './reads.ts'
import { givenProvider, setUp } from './signon.testing.ts'

const house = await testHouse()
const coming = { browser: 'a browser’s own secret', device: 'Firefox' }
const verified = (email: string): Claims => ({ sub: '1', email, isVerified: true })

async function finished(name: string, claims: Claims, changed: Partial<{ state: string; browser: string; name: string }> = {}) {
  const id = await house.write(async (tx) => tx.newId())
  await house.database.write(signInScope, (tx) => beginSignOn(tx, { id, name, next: null, browser: coming.browser }))
  const tried = (await house.database.read(signInScope, (db) => ownTry(db, id, coming.browser))) ?? assert.fail('no try')
  const asked = { name, code: 'c', state: tried.secrets.state, iss: null, ...coming, ...changed }
  const finish = () => house.database.write(signInScope, (tx) => finishSignOn(tx, asked, claims))
  return { finish, id }
}
const reasonOf = async (name: string, claims: Claims, changed = {}) => {
  const { finish } = await finished(name, claims, changed)
  try {
    return (await finish()).kind
  } catch (error) {
    return error instanceof Refusal ? error.reason : String(error)
  }
}

test('The one person of the organisation with that verified address is signed in, once.', async () => {
  const { name, organisation } = await givenProvider(house)
  const person = await givenPerson(house, organisation, { email: 'homaira@example.org' })
  const { finish, id } = await finished(name, verified('Homaira@Example.org'))
  assert.equal((await finish()).kind, 'session')
  const session = await house.database.read(signInScope, (db) =>
    db.selectFrom('sessions').select(['person', 'begunBy']).where('link', '=', id).executeTakeFirstOrThrow(),
  )
  assert.deepEqual(session, { person: person.id, begunBy: 'provider' })
  await assert.rejects(finish(), (error) => error instanceof Refusal && error.reason === 'signon.over')
})

test('It proves a role only where the administrator says that the provider is strong.', async () => {
  for (const isStrong of [true, false]) {
    const { name, organisation } = await givenProvider(house, { isStrong })
    await givenPerson(house, organisation, { email: 'karima@example.org' })
    const { finish, id } = await finished(name, verified('karima@example.org'))
    await finish()
    const proofs = await house.database.read(signInScope, (db) =>
      db
        .selectFrom('sessionProofs')
        .innerJoin('sessions', 'sessions.id', 'sessionProofs.session')
        .select('session')
        .where('sessions.link', '=', id)
        .execute(),
    )
    assert.equal(proofs.length, isStrong ? 1 : 0)
  }
})

test('Nobody, several, an unverified address, no address: each is said by name, and nobody is made.', async () => {
  const { name, organisation } = await givenProvider(house)
  const elsewhere = await givenProvider(house)
  for (const where of [organisation, organisation, elsewhere.organisation]) await givenPerson(house, where, { email: 'office@example.org' })
  await givenPerson(house, elsewhere.organisation, { email: 'elsewhere@example.org' })
  assert.equal(await reasonOf(name, verified('office@example.org')), 'signon.several')
  assert.equal(await reasonOf(name, verified('elsewhere@example.org')), 'signon.nobody')
  assert.equal(await reasonOf(name, { sub: '1', email: 'office@example.org', isVerified: false }), 'signon.unverified')
  assert.equal(await reasonOf(name, { sub: '1', email: null, isVerified: true }), 'signon.unverified')
})

test('Whoever is not found is shown what their organisation said of them, for their coordinator to enter.', async () => {
  const { name, organisation } = await givenProvider(house)
  for (const _two of [1, 2]) await givenPerson(house, organisation, { email: 'shared@example.org' })
  for (const address of ['fresh@example.org', 'shared@example.org']) {
    const { finish } = await finished(name, verified(address))
    await assert.rejects(finish(), (error) => error instanceof Refusal && error.facts.said === `\u2068${address}\u2069`)
  }
})

test('Where people are found by their code, the claim says it, and an address counts for nothing.', async () => {
  const { name, organisation } = await givenProvider(house, { codeClaim: 'staff_code' })
  const person = await givenPerson(house, organisation, { code: 'S-77', email: 'naim@example.org' })
  assert.ok(person.id)
  assert.equal(await reasonOf(name, { ...verified('naim@example.org'), staff_code: ' s-77 ' }), 'session')
  assert.equal(await reasonOf(name, verified('naim@example.org')), 'signon.noCodeClaim')
})

test('With another state, browser or organisation’s name there is nothing to go on with.', async () => {
  const { name, organisation } = await givenProvider(house)
  const other = await givenProvider(house)
  await givenPerson(house, organisation, { email: 'gul@example.org' })
  for (const changed of [{ state: 'another' }, { browser: 'another' }, { name: other.name }]) {
    assert.equal(await reasonOf(name, verified('gul@example.org'), changed), 'signon.over', Object.keys(changed).join())
  }
})

test('Where another provider was set up in between, or it was taken away, what the old one sends back opens nothing.', async () => {
  const [again, away] = [await givenProvider(house), await givenProvider(house)]
  for (const { organisation } of [again, away]) await givenPerson(house, organisation, { email: 'ghezal@example.org' })
  const [first, second] = [
    await finished(again.name, verified('ghezal@example.org')),
    await finished(away.name, verified('ghezal@example.org')),
  ]
  await setUp(house, again.administrator, { name: again.name })
  await house.writeAs(away.administrator.scope, (tx) => endProvider(tx, { organisation: away.organisation }))
  for (const { finish } of [first, second]) await assert.rejects(finish(), { reason: 'signon.over' })
})
