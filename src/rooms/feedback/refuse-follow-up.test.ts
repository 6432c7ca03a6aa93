import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusedWith } from '#partnerships/pairs.testing'
import { givenUnderWay } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { refuseFollowUp } from './refuse-follow-up.ts'
import { followUpRefusals } from './review-reads.ts'

const house = await testHouse()

test('Who does not want to be asked after the end says so once, for themselves alone.', async () => {
  const { id, mentee } = await givenUnderWay(house)
  const other = await givenUnderWay(house)
  for (let times = 0; times < 2; times += 1) await house.writeAs(mentee.scope, (tx) => refuseFollowUp(tx, { partnership: id }))
  assert.deepEqual([...(await house.read((db) => followUpRefusals(db, id)))], [mentee.id])
  assert.equal(await refusedWith(house.writeAs(other.mentor.scope, (tx) => refuseFollowUp(tx, { partnership: id }))), 'Missing')
})
