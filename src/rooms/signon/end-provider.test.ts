import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInScope } from '#ground/db'
import { Missing } from '#ground/refusal'
import { givenKeeper } from '#testing/given'
import { testHouse } from '#testing/house'
import { endProvider } from './end-provider.ts'
import { providerNamed } from './reads.ts'
import { givenProvider, setUp } from './signon.testing.ts'

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
