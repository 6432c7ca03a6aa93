import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { feedOf, meetingsByToken } from './feed-reads.ts'
import { givenMeeting, newId } from './meetings.testing.ts'
import { renewFeed } from './renew-feed.ts'

const house = await testHouse()
const nobody = { door: 'sign-in' as const, person: null, home: null, organisations: [], programmes: [] }
const read = (token: string) => house.database.read(nobody, (db) => meetingsByToken(db, token))

test('By its address alone a calendar reads one’s own meetings with the partner’s name; renewed, the old address answers nothing.', async () => {
  const { meeting, mentor, mentee } = await givenMeeting(house)
  const renew = async (id: string) => {
    await house.writeAs(mentor.scope, (tx) => renewFeed(tx, { id }))
    return (await house.database.read(mentor.scope, (db) => feedOf(db, mentor.id)))?.token ?? ''
  }
  const first = await renew(await newId(house))
  assert.deepEqual(
    (await read(first))?.map((one) => one.meeting),
    [meeting],
  )
  const again = await newId(house)
  const second = await renew(again)
  assert.equal(await renew(again), second, 'the same form twice is one address')
  assert.equal(await read(first), undefined)
  assert.equal((await read(second))?.length, 1)
  assert.equal(await read('x'.repeat(22)), undefined)
  assert.equal(await house.database.read(mentee.scope, (db) => feedOf(db, mentor.id)), undefined)
})
