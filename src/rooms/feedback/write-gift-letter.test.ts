import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPartnership } from '#partnerships/reads'
import { givenUnderWay } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { writeGiftLetter } from './write-gift-letter.ts'

const house = await testHouse()

test('The other is told that something waits, once for a round; who has no address gets none.', async () => {
  const { id, mentee } = await givenUnderWay(house)
  const round = await house.write(async (tx) => tx.newId())
  const write = (of: string) =>
    house.write(async (tx) => writeGiftLetter(tx, (await findPartnership(tx, id)) ?? assert.fail(), 'mentor', of))
  await write(round)
  await write(round)
  const letters = await house.read((db) => db.selectFrom('mails').select(['recipient', 'body']).where('about', '=', round).execute())
  assert.deepEqual(
    letters.map(({ recipient }) => recipient),
    [mentee.id],
  )
  await house.write((tx) => tx.deleteFrom('contacts').where('person', '=', mentee.id).execute())
  const other = await house.write(async (tx) => tx.newId())
  await write(other)
  assert.deepEqual(await house.read((db) => db.selectFrom('mails').select('id').where('about', '=', other).execute()), [])
})
