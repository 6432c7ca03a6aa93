import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { accept } from './accept.ts'
import { endWithdrawn } from './end-withdrawn.ts'
import { endOf, givenProgramme, givenSide, lettersAbout, proposed, withdrawn } from './pairs.testing.ts'
import { tellEnd } from './tell-end.ts'

const house = await testHouse()

test('Who leaves a programme leaves all that was proposed or agreed; only the others are told, in neutral words.', async () => {
  const programme = await givenProgramme(house)
  const mentor = await givenSide(house, programme, 'mentor', { capacity: 2 })
  const [first, second] = [await givenSide(house, programme, 'mentee'), await givenSide(house, programme, 'mentee')]
  const open = await proposed(house, programme, mentor, first)
  const agreed = await proposed(house, programme, mentor, second)
  for (const { scope } of [mentor, second]) await house.writeAs(scope, (tx) => accept(tx, { partnership: agreed, side: null }))
  await withdrawn(house, mentor)
  for (const _twice of [1, 2]) await house.write((tx) => endWithdrawn(tx, { subject: mentor.enrolment }))
  for (const id of [open, agreed]) {
    assert.equal(await endOf(house, id), 'withdrawn')
    for (const _twice of [1, 2]) await house.write((tx) => tellEnd(tx, { subject: id }))
  }
  const letters = [...(await lettersAbout(house, open)), ...(await lettersAbout(house, agreed))]
  assert.deepEqual(
    letters.map(({ recipient }) => recipient),
    [first.id, second.id],
  )
  assert.match(letters[0]?.body ?? '', /no longer open/)
  assert.match(letters[1]?.body ?? '', /has come to an end. It is nobody’s fault/)
})
