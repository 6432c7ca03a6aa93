import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenGrown, reading } from './growth.testing.ts'
import { findSkill } from './skill-reads.ts'

const house = await testHouse()

test('Its owner and their partner assess a skill over time; both read all of it.', async () => {
  const pair = await givenGrown(house)
  const skill = await pair.skill('mentee', 'budgeting')
  await pair.assessed('mentee', skill, 1)
  house.setNow(house.now().add({ hours: 24 }).toString())
  await pair.assessed('mentor', skill, 3, 'The plan of March was clear')
  for (const side of [pair.mentor, pair.mentee]) {
    const found = await reading(house, side)((db) => findSkill(db, skill))
    assert.deepEqual(
      found?.assessments.map(({ by, level, note }) => [by, level, note]),
      [
        [pair.mentee.id, 1, null],
        [pair.mentor.id, 3, 'The plan of March was clear'],
      ],
    )
  }
})

test('Nobody else assesses it, and nobody after the end.', async () => {
  const [pair, other] = [await givenGrown(house), await givenGrown(house)]
  const skill = await pair.skill('mentee', 'budgeting')
  assert.equal(await refusedWith(other.assessed('mentor', skill, 5)), 'Missing')
  await pair.over()
  assert.equal(await refusedWith(pair.assessed('mentor', skill, 5)), 'growth.over')
})
