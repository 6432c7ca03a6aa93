import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endPartnership } from '#partnerships/end-partnership'
import { givenUnderWay } from '#partnerships/stages.testing'
import { testHouse } from '#testing/house'
import { tellDue } from './tell-due.ts'

const house = await testHouse()

test('Of a pair whose day has come already, or that goes on, nobody is told.', async () => {
  await givenUnderWay(house)
  const pair = await givenUnderWay(house)
  await house.write((tx) => endPartnership(tx, { partnership: pair.id, reason: 'no-fault' }))
  house.setNow('2028-01-01T08:00:00Z')
  await house.write(tellDue)
  const letters = await house.read((db) => db.selectFrom('mails').select('id').where('kind', '=', 'texts.ending').execute())
  assert.deepEqual(letters, [])
})
