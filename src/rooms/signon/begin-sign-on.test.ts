import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInScope } from '#ground/db'
import { Missing } from '#ground/refusal'
import { assertNowhere } from '#testing/canary'
import { testHouse } from '#testing/house'
import { beginSignOn } from './begin-sign-on.ts'
import { ownTry, ownTryByState } from './reads.ts'
import { givenProvider } from './signon.testing.ts'
import { sweepTries } from './sweep-tries.ts'

const house = await testHouse()
const browser = 'a browser’s own secret'

async function begun(name: string) {
  const id = await house.write(async (tx) => tx.newId())
  await house.database.write(signInScope, (tx) => beginSignOn(tx, { id, name, next: '/me', browser }))
  return id
}
const read = (id: string, by = browser) => house.database.read(signInScope, (db) => ownTry(db, id, by))

test('A try is for its browser and ten minutes, found by its state, which stands in no row.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const { name } = await givenProvider(house)
  const tried = (await read(await begun(name))) ?? assert.fail('no try')
  assert.equal(tried.next, '/me')
  assert.equal(tried.secrets.verifier.length, 44)
  await assertNowhere(house.databaseName, Object.values(tried.secrets))
  const byState = (by: string) => house.database.read(signInScope, (db) => ownTryByState(db, tried.secrets.state, by))
  assert.equal((await byState(browser))?.id, tried.id)
  assert.equal(await byState('another'), undefined)
  assert.equal(await read(tried.id, 'another'), undefined)
  house.setNow('2026-11-23T08:10:00Z')
  assert.equal(await read(tried.id), undefined)
})

test('To a name that nobody has there is no way; two tries have nothing in common.', async () => {
  await assert.rejects(begun('nobody-has-this'), Missing)
  const { name } = await givenProvider(house)
  const [one, other] = [await read(await begun(name)), await read(await begun(name))]
  for (const secret of ['state', 'nonce', 'verifier'] as const) assert.notEqual(one?.secrets[secret], other?.secrets[secret])
})

test('Tries of long ago are forgotten.', async () => {
  const { name } = await givenProvider(house)
  house.setNow('2026-11-23T08:00:00Z')
  const id = await begun(name)
  const count = async () => (await house.read((db) => db.selectFrom('signOnTries').select('id').where('id', '=', id).execute())).length
  house.setNow('2026-11-24T08:00:00Z')
  await house.write(sweepTries)
  assert.equal(await count(), 1)
  house.setNow('2026-11-26T08:00:00Z')
  await house.write(sweepTries)
  assert.equal(await count(), 0)
})
