import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { usualTerms } from '#hours/terms'
import { testHouse } from '#testing/house'
import { amendCoaching } from './amend-coaching.ts'
import { booked, givenCoaching, logged, soon } from './coaching.testing.ts'
import { type State, stateOf } from './coaching.ts'
import { confirmCoaching } from './confirm-coaching.ts'
import { cancelCoaching } from './end-coaching.ts'
import { coachingIn, countsByState } from './list-reads.ts'

const house = await testHouse()
const { newId } = realHands

test('The database counts meetings by the very states that their rows say.', async () => {
  const given = await givenCoaching(house, { terms: { ...usualTerms(100n), dueMax: null, hoursAWeekMax: 40 } })
  const answer = async (says: 'yes' | 'no') => {
    const meeting = await logged(house, given)
    await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, { id: newId(), meeting, says, minutes: null }))
    return meeting
  }
  await logged(house, given)
  await answer('yes')
  await answer('no')
  const wrong = await answer('yes')
  await house.writeAs(given.coordinator, (tx) => amendCoaching(tx, { id: newId(), meeting: wrong, minutes: 0, reason: 'Another day' }))
  house.setNow('2026-11-23T08:00:00Z')
  const cancelled = await booked(house, given)
  await house.writeAs(given.owner.scope, (tx) => cancelCoaching(tx, { meeting: cancelled, side: null, reason: '' }))
  await booked(house, given)
  await booked(house, given, { startsAt: soon.add({ hours: 24 * 9 }) })
  house.setNow(soon.add({ minutes: 60 }).toString())

  const counts = await house.read((db) => countsByState(db, given.programme.id))
  const all = await house.read((db) => coachingIn(db, given.programme.id))
  const expected = Map.groupBy(all, (meeting) => stateOf(meeting, house.now()))
  assert.deepEqual(new Map([...expected].map(([state, of]) => [state, of.length])), counts)
  assert.deepEqual([...counts.keys()].sort(), [
    'booked',
    'cancelledInTime',
    'clientConfirmed',
    'disputed',
    'held',
    'recorded',
    'reversed',
  ] satisfies State[])
  for (const [state, of] of expected) {
    const listed = await house.read((db) => coachingIn(db, given.programme.id, { state }))
    assert.deepEqual(
      listed.map(({ id }) => id),
      of.map(({ id }) => id),
    )
  }
})
