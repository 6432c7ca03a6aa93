import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { givenSent, lettersOf, saidNo } from './asks.testing.ts'
import { remindAsked } from './remind-asked.ts'

const house = await testHouse()
const remindersOf = async (id: string) => (await lettersOf(house, id)).filter(({ kind }) => kind === 'ask.reminder').map(({ to }) => to)

test('Who has not answered is reminded after one working day, once; who has answered never.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const waits = await givenSent(house, 1)
  const answered = await givenSent(house, 2)
  const [first, second] = answered.mentors
  assert.ok(first && second)
  await saidNo(house, answered.id, first)
  await house.write(remindAsked)
  assert.deepEqual(await remindersOf(waits.id), [])
  house.setNow('2026-11-24T08:00:00Z')
  for (let sweeps = 0; sweeps < 3; sweeps += 1) await house.write(remindAsked)
  assert.deepEqual(await remindersOf(waits.id), [waits.mentors[0]?.id])
  assert.deepEqual(await remindersOf(answered.id), [second.id])
  const nudges = await house.read((db) => db.selectFrom('nudges').select('nth').where('about', '=', waits.id).execute())
  assert.deepEqual(nudges, [{ nth: 1 }])
})
