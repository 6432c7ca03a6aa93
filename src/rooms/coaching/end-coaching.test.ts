import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fund, givenBank, refused, standing } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { afterwards, booked, givenClient, givenCoaching, logged, meetingAt, soon } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { cancelCoaching, reportAbsence } from './end-coaching.ts'

const house = await testHouse()
const early = () => house.setNow('2026-11-23T08:00:00Z')
const hoursBefore = (hours: number) => house.setNow(soon.subtract({ hours }).toString())
const cancel = (meeting: string) => ({ meeting, side: null, reason: '' })
const ended = async (meeting: string) => {
  const { end } = await meetingAt(house, meeting)
  return [end?.kind, end?.lostMinutes, end?.warned, end && end.standby / 100n]
}

test('24 hours before, or more, all goes back to everyone: 7.7.4.', async () => {
  early()
  const given = await givenCoaching(house)
  const before = await standing(house, given)
  const meeting = await booked(house, given)
  hoursBefore(24)
  for (const _ of [1, 2]) await house.writeAs(given.owner.scope, (tx) => cancelCoaching(tx, cancel(meeting)))
  assert.deepEqual(await ended(meeting), ['cancelledInTime', 0, false, 0n])
  assert.deepEqual(await standing(house, given), before)
})

test('Where an escort is needed, 12 hours are enough, and later than that nothing is lost either: 7.7.4 and 10.6.', async () => {
  early()
  const given = await givenCoaching(house)
  const [inTime, late] = [await booked(house, given, { escorted: true }), await booked(house, given, { escorted: true })]
  hoursBefore(12)
  await house.writeAs(given.owner.scope, (tx) => cancelCoaching(tx, cancel(inTime)))
  hoursBefore(11)
  await house.writeAs(given.owner.scope, (tx) => cancelCoaching(tx, cancel(late)))
  assert.deepEqual(await ended(inTime), ['cancelledInTime', 0, false, 0n])
  assert.deepEqual(await ended(late), ['lateCancelledByClient', 0, false, 300n])
})

test('Late the first time is a warning; the second costs 30 of 60 minutes, no funder anything, and the coach has AFN 300: 7.7.5.', async () => {
  early()
  const given = await givenCoaching(house)
  const first = await booked(house, given)
  hoursBefore(23)
  await house.writeAs(given.owner.scope, (tx) => cancelCoaching(tx, cancel(first)))
  assert.deepEqual(await ended(first), ['lateCancelledByClient', 0, true, 300n])
  early()
  const second = await booked(house, given)
  afterwards(house)
  await house.writeAs(given.coach.scope, (tx) => reportAbsence(tx, { meeting: second, side: 'client', reason: '' }))
  assert.deepEqual(await ended(second), ['noShowClient', 30, false, 300n])
  const after = await standing(house, given)
  assert.deepEqual([after.allotted, after.lost, after.held], ['1170', '30', undefined])
  assert.deepEqual([after['spent nordlys'], after['spent chamber'], after['spent client']], [undefined, undefined, undefined])
  assert.deepEqual([after['spent programme'], after.payable, after['cash programme']], ['600', '-600', '9400'])
})

test('Where the programme set nothing aside, the coach is paid nothing for standing by.', async () => {
  early()
  const given = await givenCoaching(house)
  const poor = { ...given, ...(await givenBank(house)) }
  await fund(house, poor, { donor: 5_000, chamber: 5_000 })
  const programme = { ...given.programme, id: poor.bank.programme, organisation: poor.bank.organisation, coordinator: poor.coordinator }
  const client = await givenClient(house, programme)
  const meeting = await booked(house, client)
  hoursBefore(1)
  await house.writeAs(client.owner.scope, (tx) => cancelCoaching(tx, cancel(meeting)))
  assert.deepEqual(await ended(meeting), ['lateCancelledByClient', 0, true, 0n])
})

test('A coach who is late or does not come costs the client nothing, and is written down: 7.7.6.', async () => {
  early()
  const given = await givenCoaching(house)
  const before = await standing(house, given)
  const [late, absent] = [await booked(house, given), await booked(house, given, { startsAt: soon.add({ minutes: 60 }) })]
  hoursBefore(1)
  await house.writeAs(given.coach.scope, (tx) => cancelCoaching(tx, cancel(late)))
  house.setNow(soon.add({ hours: 2 }).toString())
  await house.writeAs(given.owner.scope, (tx) => reportAbsence(tx, { meeting: absent, side: 'coach', reason: '' }))
  assert.deepEqual(
    [await ended(late), await ended(absent)],
    [
      ['cancelledByCoach', 0, false, 0n],
      ['noShowCoach', 0, false, 0n],
    ],
  )
  assert.deepEqual(await standing(house, given), before)
})

test('Nobody says of themselves that the other was absent in their stead, nor before it began, nor of what was logged.', async () => {
  early()
  const given = await givenCoaching(house)
  const meeting = await booked(house, given)
  const absence = { meeting, side: 'client', reason: '' } as const
  await assert.rejects(
    house.writeAs(given.coach.scope, (tx) => reportAbsence(tx, absence)),
    refused('coaching.notBegun'),
  )
  afterwards(house)
  await assert.rejects(
    house.writeAs(given.owner.scope, (tx) => reportAbsence(tx, absence)),
    { name: 'Missing' },
  )
  await assert.rejects(
    house.writeAs(given.coach.scope, (tx) => reportAbsence(tx, { ...absence, side: 'coach' })),
    { name: 'Missing' },
  )
  await assert.rejects(
    house.writeAs(given.owner.scope, (tx) => cancelCoaching(tx, cancel(meeting))),
    refused('coaching.begun'),
  )
  const told = await logged(house, given)
  await assert.rejects(
    house.writeAs(given.coach.scope, (tx) => reportAbsence(tx, { ...absence, meeting: told })),
    refused('coaching.over'),
  )
  assert.equal(stateOf(await meetingAt(house, told), house.now()), 'recorded')
})
