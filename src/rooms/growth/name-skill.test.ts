import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenGrown, newId, reading } from './growth.testing.ts'
import { limits } from './growth.ts'
import { nameSkillForm } from './name-skill.form.ts'
import { skillsOf } from './skill-reads.ts'

const house = await testHouse()

test('A person names a skill of their own: a topic, or a text; one named twice is one.', async () => {
  const pair = await givenGrown(house)
  const skill = await pair.skill('mentee', 'budgeting')
  assert.equal(await pair.skill('mentee', 'budgeting'), skill)
  await pair.skill('mentor', 'budgeting')
  const skills = await reading(house, pair.mentor)((db) => skillsOf(db, pair.id))
  assert.deepEqual(
    skills.map(({ person, text }) => [person, text]).sort(),
    [
      [pair.mentee.id, 'budgeting'],
      [pair.mentor.id, 'budgeting'],
    ].sort(),
  )
})

test('A text that names a topic is that topic; neither is a slip.', () => {
  const asked = { id: newId(), partnership: newId() }
  const read = (fields: Record<string, string>) => nameSkillForm({ ...asked, topic: '', own: '', ...fields })
  const text = (fields: Record<string, string>) => {
    const answer = read(fields)
    return 'input' in answer ? answer.input.text : null
  }
  assert.equal(text({ topic: 'pricing' }), 'pricing')
  assert.equal(text({ own: 'بودجه' }), 'budgeting')
  assert.equal(text({ own: ' Weaving  carpets ' }), 'Weaving carpets')
  assert.deepEqual(read({}), { slips: [{ field: 'topic', key: 'slip.growth.skill', facts: {} }] })
})

test('A person names twelve skills in a partnership at most.', async () => {
  const pair = await givenGrown(house)
  for (let count = 0; count < limits.skillsMax; count += 1) await pair.skill('mentee', `Skill ${count}`)
  assert.equal(await refusedWith(pair.skill('mentee', 'One more')), 'growth.skillsFull')
  await pair.skill('mentor', 'Of the other')
})
