import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withdrawn } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { askedSoFar, drafted, givenSent, lettersOf, stateOfAsk } from './asks.testing.ts'
import { leaveAsks } from './leave-asks.ts'
import { tellEnded } from './tell-ended.ts'

const house = await testHouse()

test('Who is being asked leaves: the next is asked. Heard twice is once.', async () => {
  const { id, mentors } = await givenSent(house, 2)
  const [first, second] = mentors
  assert.ok(first && second)
  await withdrawn(house, first)
  for (let heard = 0; heard < 2; heard += 1) await house.write((tx) => leaveAsks(tx, { subject: first.enrolment }))
  assert.deepEqual(await askedSoFar(house, id), { asked: [first.id, second.id], now: second.id })
})

test('The asker leaves: nobody is asked any more, who was asked is told, and drafts end too.', async () => {
  const { id, asker, programme, mentors } = await givenSent(house, 2)
  const draft = await drafted(house, asker.scope, programme.id)
  await withdrawn(house, asker)
  await house.write((tx) => leaveAsks(tx, { subject: asker.enrolment }))
  await house.write((tx) => tellEnded(tx, { subject: id }))
  assert.deepEqual([await stateOfAsk(house, id), await stateOfAsk(house, draft)], ['left', 'left'])
  assert.deepEqual((await lettersOf(house, id)).map(({ kind, to }) => [kind, to]).slice(1), [['ask.no-longer', mentors[0]?.id]])
  assert.equal((await house.news('ask.ended')).filter(({ subject }) => subject === draft).length, 0)
})
