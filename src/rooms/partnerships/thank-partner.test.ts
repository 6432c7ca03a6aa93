import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { givenClosing, left } from './leaving.testing.ts'
import { thanksOf } from './leaving-reads.ts'
import { refusedWith } from './pairs.testing.ts'
import { givenUnderWay } from './stages.testing.ts'
import { thankPartner } from './thank-partner.ts'

const house = await testHouse()

test('Thanks are for the two alone: neither the coordinator nor the house reads them, and the news says nothing of them.', async () => {
  const { id, mentor, mentee, programme } = await givenClosing(house)
  await house.writeAs(mentee.scope, (tx) => thankPartner(tx, { partnership: id, text: 'For the Xylem evening' }))
  const readBy = async (scope: typeof mentor.scope) => (await house.database.read(scope, (db) => thanksOf(db, id))).map(({ text }) => text)
  for (const { scope } of [mentor, mentee]) assert.deepEqual(await readBy(scope), ['For the Xylem evening'])
  assert.deepEqual(await readBy(programme.coordinator), [])
  assert.deepEqual(await house.read((db) => thanksOf(db, id)), [])
  assert.ok(!JSON.stringify((await house.news()).map(({ facts }) => facts)).includes('Xylem'))
})

test('The same thanks twice are once; other words after them are refused; and before the closing there is a time for them.', async () => {
  const early = await givenUnderWay(house)
  const thank = (pair: typeof early, text: string) =>
    house.writeAs(pair.mentor.scope, (tx) => thankPartner(tx, { partnership: pair.id, text }))
  assert.equal(await refusedWith(thank(early, 'Thanks')), 'partnerships.notClosing')
  await left(house, early.id, early.mentee.scope)
  await thank(early, 'Thanks')
  await thank(early, 'Thanks')
  assert.equal(await refusedWith(thank(early, 'More thanks')), 'partnerships.thanked')
  assert.equal((await house.news('thanks.given')).filter(({ subject }) => subject === early.id).length, 1)
})
