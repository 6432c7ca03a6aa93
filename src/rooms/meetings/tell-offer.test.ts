import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { givenOffer, lettersTo } from './meetings.testing.ts'
import { takeBackOffer } from './take-back-offer.ts'
import { tellOffer } from './tell-offer.ts'

const house = await testHouse()

test('The other reads the times on their own clock, once; of an offer taken back nobody is told.', async () => {
  const [first, second] = [await givenOffer(house), await givenOffer(house)]
  await house.write((tx) => tx.updateTable('people').set({ zone: 'Asia/Kabul' }).where('id', '=', first.mentee.id).execute())
  const tell = ({ id, offer }: typeof first) => house.write((tx) => tellOffer(tx, { subject: id, facts: { offer } }))
  await tell(first)
  await tell(first)
  const letters = await lettersTo(house, first.offer, 'meeting.offered')
  assert.deepEqual(
    letters.map(({ recipient }) => recipient),
    [first.mentee.id],
  )
  assert.match(letters[0]?.body ?? '', /10 December 2026, 14:30/)
  await house.writeAs(second.mentor.scope, (tx) => takeBackOffer(tx, { offer: second.offer }))
  await tell(second)
  assert.deepEqual(await lettersTo(house, second.offer, 'meeting.offered'), [])
})
