import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { lettersAbout } from './pairs.testing.ts'
import { givenUnderWay } from './stages.testing.ts'
import { tellThanks } from './tell-thanks.ts'

const house = await testHouse()

test('The other is told that there are thanks, once, and reads them on the page alone.', async () => {
  const { id, mentor, mentee } = await givenUnderWay(house)
  for (const _twice of [1, 2]) await house.write((tx) => tellThanks(tx, { subject: id, by: mentee.id }))
  const letters = await lettersAbout(house, id)
  assert.deepEqual(
    letters.map(({ recipient, kind }) => [recipient, kind]),
    [[mentor.id, 'partnership.thanked']],
  )
  assert.match(letters[0]?.body ?? '', /\/partnerships\/[0-9a-f-]+\/closing$/)
})
