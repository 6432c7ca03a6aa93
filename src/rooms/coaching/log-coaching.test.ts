import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { fund, givenBank, refused, standing } from '#hours/hours.testing'
import { assertNowhere } from '#testing/canary'
import { testHouse } from '#testing/house'
import { afterwards, booked, givenClient, givenCoaching, logged, logOf, meetingAt } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { confirmCoaching } from './confirm-coaching.ts'
import { logCoaching } from './log-coaching.ts'
import { nextStepOf } from './next-step.ts'

const house = await testHouse()
const { newId } = realHands
const early = () => house.setNow('2026-11-23T08:00:00Z')
const yes = (meeting: string) => ({ id: newId(), meeting, says: 'yes', minutes: null }) as const

test('The same log five times, at once or one by one, is one meeting and one log.', async () => {
  early()
  const given = await givenCoaching(house)
  const meeting = await booked(house, given)
  afterwards(house)
  const log = logOf(meeting)
  await Promise.all([1, 2, 3, 4, 5].map(() => house.writeAs(given.coach.scope, (tx) => logCoaching(tx, log))))
  await house.writeAs(given.coach.scope, (tx) => logCoaching(tx, { ...log, id: newId() }))
  assert.equal((await meetingAt(house, meeting)).log?.version, 1)
  await house.writeAs(given.coach.scope, (tx) => logCoaching(tx, { ...log, id: newId(), minutes: 45 }))
  assert.deepEqual([(await meetingAt(house, meeting)).log?.version, (await meetingAt(house, meeting)).log?.minutes], [2, 45])
})

test('Shorter than planned costs what it took, by quarters; at least fifteen minutes: 7.7.8.', async () => {
  const given = await givenCoaching(house)
  for (const [minutes, afghani, paid] of [
    [52, '630', 45],
    [7, '840', 15],
  ] as const) {
    const meeting = await logged(house, given, { minutes })
    await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, yes(meeting)))
    assert.equal((await standing(house, given))['spent nordlys'], afghani)
    assert.equal((await meetingAt(house, meeting)).spend?.minutes, paid)
  }
})

test('Longer is paid up to fifteen minutes beyond the plan, reserved as it is logged; more is refused: 7.7.8.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given, { minutes: 75 })
  assert.equal((await standing(house, given))['reserved nordlys'], '1050')
  await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, yes(meeting)))
  assert.equal((await standing(house, given))['spent nordlys'], '1050')
  await assert.rejects(logged(house, await givenCoaching(house), { minutes: 83 }), refused('coaching.tooLong', { max: 75, planned: 60 }))
})

test('Where there is no money for the longer time, that is said as it is logged, and the booking stays.', async () => {
  early()
  const bank = await givenBank(house)
  await fund(house, bank, { donor: 840, chamber: 5_000 })
  const { programme: id, organisation, name } = bank.bank
  const client = await givenClient(house, { id, organisation, name, keeper: bank.keeper, coordinator: bank.coordinator })
  const meeting = await booked(house, client)
  afterwards(house)
  const log = (minutes: number) => house.writeAs(client.coach.scope, (tx) => logCoaching(tx, logOf(meeting, { minutes })))
  await assert.rejects(log(75), refused('hours.short', { who: 'Nordlys' }))
  await log(60)
  assert.equal((await standing(house, bank))['reserved nordlys'], '840')
})

test('A clock a day off: a log of tomorrow is refused, on the coach’s own clock; so is one from before the booking.', async () => {
  early()
  const given = await givenCoaching(house)
  const meeting = await booked(house, given)
  house.setNow('2026-11-25T20:00:00Z')
  const log = (day: string) =>
    house.writeAs(given.coach.scope, (tx) => logCoaching(tx, logOf(meeting, { day: Temporal.PlainDate.from(day) })))
  await assert.rejects(log('2026-11-27'), refused('coaching.future', { today: '2026-11-26' }))
  await assert.rejects(log('2026-11-22'), refused('coaching.beforeBooking', { first: '2026-11-23' }))
  await log('2026-11-26')
})

test('What comes next is sealed for the two: in no row in clear, and for nobody else.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given, { nextStep: 'Quokka ledger by Saturday' })
  const { partnership: pair } = await meetingAt(house, meeting)
  const read = (scope: typeof given.coach.scope) => house.database.read(scope, (db) => nextStepOf(db, { id: meeting, partnership: pair }))
  assert.deepEqual([await read(given.coach.scope), await read(given.owner.scope)], Array(2).fill('Quokka ledger by Saturday'))
  assert.equal(await read(given.coordinator), null)
  await assertNowhere(house.databaseName, ['Quokka ledger'])
})

test('Only the coach logs, only what was booked, and not what the client has confirmed.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  for (const scope of [given.owner.scope, given.coordinator]) {
    await assert.rejects(
      house.writeAs(scope, (tx) => logCoaching(tx, logOf(meeting, { minutes: 45 }))),
      refused('coaching.coachLogs'),
    )
  }
  await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, yes(meeting)))
  await assert.rejects(
    house.writeAs(given.coach.scope, (tx) => logCoaching(tx, logOf(meeting, { minutes: 45 }))),
    refused('coaching.over'),
  )
  assert.equal(stateOf(await meetingAt(house, meeting), house.now()), 'clientConfirmed')
})
