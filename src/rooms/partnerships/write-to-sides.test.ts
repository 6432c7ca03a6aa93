import assert from 'node:assert/strict'
import { test } from 'node:test'
import { found } from '#ground/refusal'
import { testHouse } from '#testing/house'
import { givenPair, lettersAbout } from './pairs.testing.ts'
import { findPartnership } from './reads.ts'
import { writeToSides } from './write-to-sides.ts'

const house = await testHouse()

test('A letter tells each side of the other by the name they are called by, and is kept once for each kind.', async () => {
  const { id, mentee } = await givenPair(house, { mentor: { fullName: 'Mohammad Nabi' } })
  const words = (_say: unknown, { called, partner }: { called: string; partner: { name: string } }) => ({
    title: called,
    body: partner.name,
  })
  for (const _twice of [1, 2]) {
    await house.write(async (tx) => {
      const pair = found(await findPartnership(tx, id))
      await writeToSides(tx, pair, [{ side: 'mentee', kind: 'partnership.proposed', words }])
    })
  }
  const letters = await lettersAbout(house, id)
  assert.deepEqual(
    letters.map(({ recipient, body }) => [recipient, body]),
    [[mentee.id, 'Mohammad Nabi']],
  )
})
