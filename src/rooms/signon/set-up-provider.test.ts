import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInScope } from '#ground/db'
import { Missing, Refusal } from '#ground/refusal'
import { assertNowhere } from '#testing/canary'
import { givenKeeper, givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'
import { endProvider } from './end-provider.ts'
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

test('A name is taken once and for good: not changed, and never another organisation’s.', async () => {
  const [one, other] = [await givenProvider(house), await givenProvider(house)]
  await assert.rejects(setUp(house, one.administrator, { name: 'another-name' }), refusedAs('signon.nameKept'))
  const fresh = await givenKeeper(house, await givenOrganisation(house), 'administrator')
  await assert.rejects(setUp(house, fresh, { name: other.name }), refusedAs('signon.nameTaken'))
  await house.writeAs(other.administrator.scope, (tx) => endProvider(tx, { organisation: other.organisation }))
  await assert.rejects(setUp(house, fresh, { name: other.name }), refusedAs('signon.nameTaken'), 'taken away, the name stays theirs')
})

test('Only an administrator of the organisation sets it up.', async () => {
  const { organisation, name } = await givenProvider(house)
  await assert.rejects(setUp(house, await givenKeeper(house, organisation), { name }), Missing)
})

test('The first time it needs a secret; left empty later, the one there is stays.', async () => {
  const { administrator, name } = await givenProvider(house)
  const fresh = await givenKeeper(house, await givenOrganisation(house), 'administrator')
  const before = ({ organisation, scope }: typeof fresh, secret: string | null) => {
    const asked = {
      id: 'x',
      organisation,
      name,
      issuer: 'https://login.example.org',
      client: 'c',
      secret,
      codeClaim: null,
      isStrong: false,
      isOnly: false,
    }
    return house.database.read(scope, (db) => beforeSetUp(db, asked, false))
  }
  await assert.rejects(before(fresh, null), refusedAs('signon.noSecret'))
  assert.equal((await before(fresh, 'Wombat-secret')).secret, 'Wombat-secret')
  assert.equal((await before(administrator, null)).secret, 'Quokka-secret')
})
