import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInScope } from '#ground/db'
import { Missing, Refusal } from '#ground/refusal'
import { assertNowhere } from '#testing/canary'
import { givenKeeper } from '#testing/given'
import { testHouse } from '#testing/house'
import { clientSecretOf, providerNamed } from './reads.ts'
import { beforeSetUp } from './set-up-provider.ts'
import { givenProvider, setUp } from './signon.testing.ts'

const house = await testHouse()
const refusedAs = (reason: string) => (error: unknown) => error instanceof Refusal && error.reason === reason

test('The newest set-up counts, its secret is sealed, and only the door reads it.', async () => {
  const { administrator, name } = await givenProvider(house)
  await setUp(house, administrator, { name, codeClaim: 'staff_code', isStrong: true })
  const provider = await house.database.read(signInScope, (db) => providerNamed(db, name.toUpperCase()))
  assert.deepEqual([provider?.codeClaim, provider?.isStrong], ['staff_code', true])
  await assertNowhere(house.databaseName, ['Quokka-secret'])
  assert.equal(await house.database.read(signInScope, (db) => clientSecretOf(db, provider ?? assert.fail())), 'Quokka-secret')
})

test('A name is taken once and for good: neither changed, nor another organisation’s.', async () => {
  const [one, other] = [await givenProvider(house), await givenProvider(house)]
  await assert.rejects(setUp(house, one.administrator, { name: 'another-name' }), refusedAs('signon.nameKept'))
  const third = await givenKeeper(house, (await givenProvider(house)).organisation, 'administrator')
  await assert.rejects(setUp(house, third, { name: other.name }), refusedAs('signon.nameKept'))
})

test('Only an administrator of the organisation sets it up, and the first time with a secret.', async () => {
  const { organisation, name } = await givenProvider(house)
  const coordinator = await givenKeeper(house, organisation)
  await assert.rejects(setUp(house, coordinator, { name }), Missing)
  const fresh = await givenKeeper(house, (await givenProvider(house)).organisation, 'administrator')
  const asked = { id: 'x', organisation: fresh.organisation, name, issuer: 'https://login.example.org', client: 'c' }
  const before = (secret: string | null) =>
    house.database.read(fresh.scope, (db) => beforeSetUp(db, { ...asked, secret, codeClaim: null, isStrong: false }, false))
  assert.equal((await before(null)).secret, 'Quokka-secret', 'left empty, the one there is stays')
})
