import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { accept } from './accept.ts'
import { givenPair, lettersAbout } from './pairs.testing.ts'
import { remindersDue } from './reads.ts'
import { remindSides } from './remind-sides.ts'

const house = await testHouse()

test('Who has not answered after two working days is reminded, once; who has answered, or has no e-mail, gets nothing.', async () => {
  const pair = await givenPair(house)
  const called = await givenPair(house, { mentee: { email: null } })
  for (const { id, mentor } of [pair, called]) await house.writeAs(mentor.scope, (tx) => accept(tx, { partnership: id, side: null }))
  house.setNow('2026-11-25T07:59:59Z')
  await house.write(remindSides)
  assert.equal((await lettersAbout(house, pair.id)).length, 0)
  house.setNow('2026-11-25T08:00:00Z')
  for (const _twice of [1, 2]) await house.write(remindSides)
  assert.deepEqual(await house.read(remindersDue), [], 'nobody stands in the way of the next sweep')
  const letters = await lettersAbout(house, pair.id)
  assert.deepEqual(
    letters.map(({ kind, recipient }) => [kind, recipient]),
    [['partnership.reminder', pair.mentee.id]],
  )
  assert.match(letters[0]?.body ?? '', /A no is as welcome as a yes/)
  assert.equal((await lettersAbout(house, called.id)).length, 0)
})

test('Past the last day nobody is reminded any more.', async () => {
  const { id } = await givenPair(house)
  house.setNow('2026-12-09T00:00:00Z')
  await house.write(remindSides)
  assert.equal((await lettersAbout(house, id)).length, 0)
})
