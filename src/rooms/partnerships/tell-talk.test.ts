import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { lettersAbout } from './pairs.testing.ts'
import { givenUnderWay } from './stages.testing.ts'
import { tellTalk } from './tell-talk.ts'

const house = await testHouse()

test('The coordinator is told who would like to talk, once; never a coordinator who is one of the two.', async () => {
  const { id, mentor, mentee, programme } = await givenUnderWay(house)
  const { organisation, keeper } = programme
  await house.write((tx) =>
    tx.insertInto('roles').values({ id: tx.newId(), person: mentor.id, role: 'coordinator', organisation, givenAt: tx.now }).execute(),
  )
  for (const _twice of [1, 2]) await house.write((tx) => tellTalk(tx, { subject: id, by: mentee.id }))
  const letters = await lettersAbout(house, id)
  assert.deepEqual(
    letters.map(({ recipient }) => recipient),
    [keeper.id],
  )
  assert.match(letters[0]?.body ?? '', /would like to talk with you for ten minutes/)
})
