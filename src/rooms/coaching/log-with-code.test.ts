import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { standing } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { afterwards, booked, givenCoaching, logOf, meetingAt } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { logWithCode } from './log-with-code.ts'
import { makeStrip } from './make-strip.ts'
import { codesOf } from './strip-reads.ts'

const house = await testHouse()

test('Six taps and six digits: the log with the client’s code five times is one log, one code and one spend.', async () => {
  const given = await givenCoaching(house)
  const strip = realHands.newId()
  await house.writeAs(given.coordinator, (tx) => makeStrip(tx, { id: strip, business: given.business }))
  const codes = await house.database.read(given.coordinator, (db) => codesOf(db, { id: strip, organisation: given.bank.organisation }))
  const meeting = await booked(house, given)
  afterwards(house)
  const log = { ...logOf(meeting), code: codes?.[0] ?? '' }
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => house.writeAs(given.coach.scope, (tx) => logWithCode(tx, log))))
  assert.deepEqual(
    answers.map(({ code }) => code),
    Array(5).fill('confirmed'),
  )
  assert.equal((await standing(house, given)).payable, '-1200')
})

test('A wrong code leaves the log where it is, to be confirmed in another way.', async () => {
  const given = await givenCoaching(house)
  house.setNow('2026-11-23T08:00:00Z')
  const meeting = await booked(house, given)
  afterwards(house)
  const { code } = await house.writeAs(given.coach.scope, (tx) => logWithCode(tx, { ...logOf(meeting), code: '000000' }))
  assert.equal(code, 'no-strip')
  assert.equal(stateOf(await meetingAt(house, meeting), house.now()), 'recorded')
})
