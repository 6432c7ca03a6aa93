import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { askedSoFar, givenSent, lettersOf, stateOfAsk } from './asks.testing.ts'
import { lapseTurns } from './lapse-turns.ts'

const house = await testHouse()

test('Silence moves on by itself, person by person, each with two working days of their own, and ends with the coordinator told.', async () => {
  house.setNow('2026-11-23T08:00:00Z')
  const { id, mentors } = await givenSent(house, 2)
  const [a, b] = mentors
  house.setNow('2026-11-25T19:29:00Z')
  await house.write(lapseTurns)
  assert.equal((await askedSoFar(house, id)).now, a?.id, 'not before the day is over')
  house.setNow('2026-11-25T19:30:00Z')
  for (let sweeps = 0; sweeps < 3; sweeps += 1) await house.write(lapseTurns)
  assert.equal((await askedSoFar(house, id)).now, b?.id)
  house.setNow('2026-11-29T19:29:00Z')
  await house.write(lapseTurns)
  assert.equal((await askedSoFar(house, id)).now, b?.id, 'Thursday and Friday are days of rest')
  house.setNow('2026-11-29T19:31:00Z')
  await house.write(lapseTurns)
  assert.equal(await stateOfAsk(house, id), 'nobody')
  const letters = (await lettersOf(house, id)).filter(({ kind }) => kind === 'ask.asked')
  assert.deepEqual(letters.map(({ to }) => to).sort(), [a?.id, b?.id].sort())
})
