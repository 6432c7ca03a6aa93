import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { Missing } from '#ground/refusal'
import { refused, standing } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { afterwards, booked, givenClient, givenCoaching, logOf, meetingAt } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { fieldMark } from './field-mark.ts'
import { loggableBy, unansweredOf } from './field-reads.ts'
import { logInField } from './log-in-field.ts'
import { makeStrip } from './make-strip.ts'
import { codesOf } from './strip-reads.ts'

const house = await testHouse()
const { newId } = realHands

async function givenBooked() {
  house.setNow('2026-11-23T08:00:00Z')
  const given = await givenCoaching(house)
  const strip = newId()
  await house.writeAs(given.coordinator, (tx) => makeStrip(tx, { id: strip, business: given.business }))
  const codes = await house.database.read(given.coordinator, (db) => codesOf(db, { id: strip, organisation: given.bank.organisation }))
  const meeting = await booked(house, given, { mode: 'phone', place: 'office' })
  afterwards(house)
  const asBooked = { ...logOf(meeting), minutes: null, mode: null, place: null, of: fieldMark(given.coach.id), code: null }
  return { ...given, codes: codes ?? [], meeting, asBooked }
}

test('What is left empty was as booked; the same five times at once is one log, one code and one spend.', async () => {
  const { coach, codes, meeting, asBooked, ...given } = await givenBooked()
  const log = { ...asBooked, code: codes[0] ?? '' }
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => house.writeAs(coach.scope, (tx) => logInField(tx, log))))
  assert.deepEqual(
    answers.map(({ code }) => code),
    Array(5).fill('confirmed'),
  )
  const told = (await meetingAt(house, meeting)).log
  assert.deepEqual([told?.version, told?.minutes, told?.mode, told?.place], [1, 60, 'phone', 'office'])
  assert.equal((await standing(house, given)).payable, '-1200')
})

test('The same wrong code sent again is the same try: a telephone that heard no answer locks no strip.', async () => {
  const { coach, codes, meeting, asBooked } = await givenBooked()
  const wrong = codes.includes('000000') ? '000001' : '000000'
  const send = (code: string, id = asBooked.id) => house.writeAs(coach.scope, (tx) => logInField(tx, { ...asBooked, id, code }))
  for (let sent = 0; sent < 8; sent += 1) assert.equal((await send(wrong)).code, 'mistyped')
  assert.equal(stateOf(await meetingAt(house, meeting), house.now()), 'recorded')
  assert.equal((await send(codes[0] ?? '')).code, 'confirmed')
})

test('The fifth wrong code of a day locks the strip all the same, whatever form each came by.', async () => {
  const { coach, codes, asBooked } = await givenBooked()
  const wrong = ['000000', '000001', '000002', '000003', '000004', '000005', '000006'].filter((code) => !codes.includes(code))
  const send = (code: string) => house.writeAs(coach.scope, (tx) => logInField(tx, { ...asBooked, code }))
  for (const code of wrong.slice(0, 5)) assert.equal((await send(code)).code, 'mistyped')
  assert.equal((await send(codes[0] ?? '')).code, 'locked')
})

test('What was written on another person’s page is not sent as one’s own.', async () => {
  const { coach, asBooked, meeting, owner } = await givenBooked()
  await assert.rejects(
    house.writeAs(coach.scope, (tx) => logInField(tx, { ...asBooked, of: fieldMark(owner.id) })),
    refused('coaching.otherPerson'),
  )
  assert.equal((await meetingAt(house, meeting)).log, null)
})

test('A meeting of another coach’s is not there, whatever mark the log carries.', async () => {
  const [{ asBooked, meeting }, stranger] = [await givenBooked(), await givenBooked()]
  await assert.rejects(
    house.writeAs(stranger.coach.scope, (tx) => logInField(tx, { ...asBooked, of: fieldMark(stranger.coach.id) })),
    Missing,
  )
  assert.equal((await meetingAt(house, meeting)).log, null)
})

test('The page lists what the coach can log, of the days about it, and what no client has answered; nobody else’s.', async () => {
  const given = await givenBooked()
  const other = await givenClient(house, given.programme)
  const today = Temporal.PlainDate.from('2026-11-25')
  house.setNow('2026-11-23T08:00:00Z')
  const late = await booked(house, given, { startsAt: Temporal.Instant.from('2026-12-20T04:30:00Z') })
  afterwards(house)
  const list = (coach: typeof given.coach, day = today) => house.database.read(coach.scope, (db) => loggableBy(db, coach.id, day))
  const ids = async (coach: typeof given.coach, day?: Temporal.PlainDate) => (await list(coach, day)).map(({ id }) => id)
  assert.deepEqual(await ids(given.coach), [given.meeting])
  assert.deepEqual(await ids(given.coach, today.add({ days: 12 })), [given.meeting, late])
  assert.deepEqual(await ids(other.coach), [])
  await house.writeAs(given.coach.scope, (tx) => logInField(tx, given.asBooked))
  assert.deepEqual(await ids(given.coach), [])
  const open = await house.database.read(given.coach.scope, (db) => unansweredOf(db, given.coach.id))
  assert.deepEqual(
    open.map(({ id }) => id),
    [given.meeting],
  )
})
