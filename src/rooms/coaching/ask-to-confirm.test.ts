import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { askToConfirm } from './ask-to-confirm.ts'
import { givenCoaching, logged, logOf } from './coaching.testing.ts'
import { confirmCoaching } from './confirm-coaching.ts'
import { logCoaching } from './log-coaching.ts'

const house = await testHouse()

test('Each log is asked about once, the latest alone, and none that is confirmed already.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  await house.writeAs(given.coach.scope, (tx) => logCoaching(tx, logOf(meeting, { minutes: 45 })))
  const heed = async () => {
    for (const news of await house.news('coaching.logged')) await house.write((tx) => askToConfirm(tx, news))
  }
  const letters = () => house.read((db) => db.selectFrom('mails').select(['recipient', 'version']).where('about', '=', meeting).execute())
  await heed()
  await heed()
  assert.deepEqual(await letters(), [{ recipient: given.owner.id, version: 2 }])
  const other = await logged(house, given)
  const yes = { id: realHands.newId(), meeting: other, says: 'yes', minutes: null } as const
  await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, yes))
  await heed()
  assert.equal((await letters()).length, 1)
  assert.deepEqual(await house.read((db) => db.selectFrom('mails').select('id').where('about', '=', other).execute()), [])
})
