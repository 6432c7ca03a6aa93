import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenOrganisation } from '#testing/given'
import { testHouse } from '#testing/house'

const house = await testHouse()

test('Of two deeds that wait for each other both are done in the end: the one that the database ended is done again.', async () => {
  const [one, other] = [await givenOrganisation(house, 'one'), await givenOrganisation(house, 'other')]
  let attempts = 0
  const rename = (first: string, second: string, name: string) =>
    house.write(async (tx) => {
      attempts += 1
      await tx.updateTable('organisations').set({ name }).where('id', '=', first).execute()
      await new Promise((resolve) => setTimeout(resolve, 100))
      await tx.updateTable('organisations').set({ name }).where('id', '=', second).execute()
    })
  await Promise.all([rename(one, other, 'a'), rename(other, one, 'b')])
  assert.ok(attempts > 2, 'they did wait for each other')
  const names = await house.read((db) => db.selectFrom('organisations').select('name').where('id', 'in', [one, other]).execute())
  assert.equal(new Set(names.map(({ name }) => name)).size, 1)
})

test('A deed that fails for any other reason is not done again, and keeps nothing.', async () => {
  let attempts = 0
  await assert.rejects(
    house.write(async (tx) => {
      attempts += 1
      await tx.note('test.noted', tx.newId(), {})
      throw new Error('ours')
    }),
    /ours/,
  )
  assert.equal(attempts, 1)
  assert.deepEqual(await house.news('test.noted'), [])
})
