import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInScope } from '#ground/db'
import { Missing } from '#ground/refusal'
import { givenKeeper } from '#testing/given'
import { testHouse } from '#testing/house'
import { endProvider } from './end-provider.ts'
import { providerNamed } from './reads.ts'
import { givenProvider, setUp } from './signon.testing.ts'
import { insertProviderEnd } from './writes.ts'

const house = await testHouse()

test('Taken away it is not there; set up again it is, under its name; only an administrator does either.', async () => {
  const { administrator, organisation, name } = await givenProvider(house)
  const find = () => house.database.read(signInScope, (db) => providerNamed(db, name))
  const coordinator = await givenKeeper(house, organisation)
  await assert.rejects(
    house.writeAs(coordinator.scope, (tx) => endProvider(tx, { organisation })),
    Missing,
  )
  for (const _twice of [1, 2]) await house.writeAs(administrator.scope, (tx) => endProvider(tx, { organisation }))
  assert.equal(await find(), undefined)
  await setUp(house, administrator, { name })
  assert.equal((await find())?.name, name)
})

test('The walls too let nobody end it who is not of the organisation’s staff, nor in another’s name.', async () => {
  const { administrator, name } = await givenProvider(house)
  const stranger = (await givenProvider(house)).administrator
  const { id } = (await house.database.read(signInScope, (db) => providerNamed(db, name))) ?? assert.fail('no provider')
  const endBy = (scope: typeof signInScope | typeof stranger.scope, by: string) =>
    house.database.write(scope, (tx) => insertProviderEnd(tx, id, by))
  await assert.rejects(endBy(signInScope, administrator.id), /row-level security/)
  await assert.rejects(endBy(stranger.scope, stranger.id), /row-level security/)
  await assert.rejects(endBy(administrator.scope, stranger.id), /row-level security/)
  assert.equal(await endBy(administrator.scope, administrator.id), true)
})
