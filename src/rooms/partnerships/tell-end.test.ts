import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { endPartnership } from './end-partnership.ts'
import { givenPair, lettersAbout } from './pairs.testing.ts'
import { tellEnd } from './tell-end.ts'

const house = await testHouse()

test('After silence both get the same kind words, once; a proposal that is open is told of to nobody.', async () => {
  const { id } = await givenPair(house, { mentor: { fullName: 'Amina' }, mentee: { fullName: 'Zahra' } })
  await house.write((tx) => tellEnd(tx, { subject: id }))
  assert.equal((await lettersAbout(house, id)).length, 0)
  await house.write((tx) => endPartnership(tx, { partnership: id, reason: 'unanswered' }))
  for (const _twice of [1, 2]) await house.write((tx) => tellEnd(tx, { subject: id }))
  const letters = await lettersAbout(house, id)
  assert.deepEqual(
    letters.map(({ kind }) => kind),
    ['partnership.over', 'partnership.over'],
  )
  const [toMentor, toMentee] = letters.map(({ body }) => body.replaceAll(/\u2068(Amina|Zahra)\u2069/g, 'X'))
  assert.equal(toMentor, toMentee)
})
