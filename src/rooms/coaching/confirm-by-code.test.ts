import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused, standing } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { type GivenClient, type GivenCoaching, givenClient, givenCoaching, logged, meetingAt } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { confirmByCode } from './confirm-by-code.ts'
import { endStrip, makeStrip } from './make-strip.ts'
import { codesOf, lockedStrips } from './strip-reads.ts'

const house = await testHouse()
const { newId } = realHands

async function givenStrip(given: GivenCoaching, { business }: Pick<GivenClient, 'business'> = given) {
  const id = newId()
  await house.writeAs(given.coordinator, (tx) => makeStrip(tx, { id, business }))
  const codes = await house.database.read(given.coordinator, (db) => codesOf(db, { id, organisation: given.bank.organisation }))
  return { id, codes: codes ?? [] }
}
const typed = (client: GivenClient, meeting: string, code: string) =>
  house.writeAs(client.coach.scope, async (tx) => (await confirmByCode(tx, { id: newId(), meeting, code })).code)
const wrongOnes = (codes: readonly string[]) =>
  ['000001', '000002', '000003', '000004', '000005', '000006', '000007'].filter((code) => !codes.includes(code))

test('The client’s code, typed by the coach in any digits, confirms and spends in the same moment; once used, it is used.', async () => {
  const given = await givenCoaching(house)
  const { codes } = await givenStrip(given)
  const [code = '', next = ''] = codes
  const meeting = await logged(house, given)
  const persian = code.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x06f0 + Number(digit)))
  assert.equal(await typed(given, meeting, persian), 'confirmed')
  assert.equal((await standing(house, given))['spent nordlys'], '840')
  assert.equal((await meetingAt(house, meeting)).confirmation?.how, 'code')
  const second = await logged(house, given)
  assert.equal(await typed(given, second, code), 'used')
  assert.equal(stateOf(await meetingAt(house, second), house.now()), 'recorded')
  assert.equal(await typed(given, second, next), 'confirmed')
})

test('A code of somebody else’s strip, one mistyped and one of an ended strip are each told apart from the right one.', async () => {
  const given = await givenCoaching(house)
  const meeting = await logged(house, given)
  assert.equal(await typed(given, meeting, '000001'), 'no-strip')
  const lost = await givenStrip(given)
  const live = await givenStrip(given)
  const other = await givenClient(house, given.programme)
  const foreign = await givenStrip(given, other)
  const all = [...lost.codes, ...live.codes, ...foreign.codes]
  assert.equal(await typed(given, meeting, foreign.codes[0] ?? ''), 'foreign')
  assert.equal(await typed(given, meeting, lost.codes[0] ?? ''), 'foreign')
  assert.equal(await typed(given, meeting, wrongOnes(all)[0] ?? ''), 'mistyped')
  await assert.rejects(typed(given, meeting, '12345'), refused('coaching.codeDigits'))
  assert.equal(stateOf(await meetingAt(house, meeting), house.now()), 'recorded')
})

test('Five wrong codes in a day lock the strip, also for the right one, until the day is over; the coordinator is told.', async () => {
  const given = await givenCoaching(house)
  const { codes } = await givenStrip(given)
  const meeting = await logged(house, given)
  const tries = await Promise.all(
    wrongOnes(codes)
      .slice(0, 5)
      .map((code) => typed(given, meeting, code)),
  )
  assert.deepEqual(tries, Array(5).fill('mistyped'))
  assert.equal(await typed(given, meeting, codes[0] ?? ''), 'locked')
  const locked = await house.database.read(given.coordinator, (db) => lockedStrips(db, given.bank.programme))
  assert.deepEqual(
    locked.map(({ business, tries: count, by }) => [business, count, by]),
    [[given.business, 5, given.coach.id]],
  )
  assert.equal((await house.news('coaching.codes-locked')).filter(({ subject }) => subject === given.business).length, 1)
  house.setNow('2026-11-26T06:01:00Z')
  assert.equal(await typed(given, meeting, codes[0] ?? ''), 'confirmed')
})

test('Only the coach of the meeting types a code, and an ended strip confirms nothing.', async () => {
  const given = await givenCoaching(house)
  const { id, codes } = await givenStrip(given)
  const meeting = await logged(house, given)
  for (const scope of [given.owner.scope, given.coordinator]) {
    await assert.rejects(
      house.writeAs(scope, (tx) => confirmByCode(tx, { id: newId(), meeting, code: codes[0] ?? '' })),
      refused('coaching.coachLogs'),
    )
  }
  await house.writeAs(given.coordinator, (tx) => endStrip(tx, { strip: id }))
  assert.equal(await typed(given, meeting, codes[0] ?? ''), 'no-strip')
})
