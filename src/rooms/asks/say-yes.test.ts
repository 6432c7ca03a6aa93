import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Missing } from '#ground/refusal'
import { refusedWith } from '#partnerships/pairs.testing'
import { testHouse } from '#testing/house'
import { givenSent, stateOfAsk } from './asks.testing.ts'
import { lapseTurns } from './lapse-turns.ts'
import { yesOf } from './reads.ts'
import { sayNo } from './say-no.ts'
import { sayYesForm } from './say-yes.form.ts'
import { sayYes } from './say-yes.ts'
import { takeBackAsk } from './take-back-ask.ts'

const house = await testHouse()
const start = '2026-11-23T08:00:00Z'
const soon = Temporal.Instant.from('2026-11-24T09:00:00Z')

async function given() {
  house.setNow(start)
  const all = await givenSent(house, 2)
  const [first] = all.mentors
  assert.ok(first)
  const yes = (at: Temporal.Instant | Temporal.PlainDateTime = soon) => house.writeAs(first.scope, (tx) => sayYes(tx, { ask: all.id, at }))
  return { ...all, first, yes }
}

test('A yes with a time answers the ask; the same yes again changes nothing, and the asker reads who and when.', async () => {
  const { id, asker, yes } = await given()
  await yes()
  await yes(soon.add({ hours: 1 }))
  assert.equal(await stateOfAsk(house, id), 'answered')
  assert.equal((await house.database.read(asker.scope, (db) => yesOf(db, id)))?.startsAt.toString(), soon.toString())
  assert.deepEqual(
    (await house.news('ask.ended')).filter(({ subject }) => subject === id).map(({ facts }) => facts),
    [{ reason: 'answered' }],
  )
})

test('After the due time nobody answers, by the verb or past it; at the last moment one may.', async () => {
  const late = await given()
  house.setNow('2026-11-25T19:30:00Z')
  const at = Temporal.Instant.from('2026-11-28T09:00:00Z')
  assert.equal(await refusedWith(late.yes(at)), 'asks.past')
  const row = { ask: late.id, nth: 1, person: late.first.id, answer: 'yes', startsAt: at, minutes: 45 }
  const past = house.writeAs(late.first.scope, (tx) =>
    tx
      .insertInto('askAnswers')
      .values({ ...row, at: tx.now })
      .execute(),
  )
  await assert.rejects(past, { constraint: 'ask_answered_late' })
  const last = await given()
  house.setNow('2026-11-25T19:29:59Z')
  await last.yes(at)
  house.setNow('2026-11-25T19:40:00Z')
  await house.write(lapseTurns)
  assert.equal(await stateOfAsk(house, last.id), 'answered')
})

test('A yes and a taking back, or a yes and a no, at the same moment: one of them is kept.', async () => {
  for (let n = 0; n < 6; n += 1) {
    const { id, asker, yes } = await given()
    const [said, taken] = await Promise.allSettled([yes(), house.writeAs(asker.scope, (tx) => takeBackAsk(tx, { ask: id }))])
    assert.equal([said, taken].filter(({ status }) => status === 'fulfilled').length, 1)
    assert.equal(await stateOfAsk(house, id), said.status === 'fulfilled' ? 'answered' : 'taken-back')
  }
  const { id, first, yes } = await given()
  const both = await Promise.allSettled([yes(), house.writeAs(first.scope, (tx) => sayNo(tx, { ask: id }))])
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('A time that has passed or lies months ahead is refused by name; a day and a clock are those of who says yes.', async () => {
  const { id, yes, first } = await given()
  assert.equal(await refusedWith(yes(house.now())), 'asks.timePast')
  assert.equal(await refusedWith(yes(house.now().add({ hours: 61 * 24 }))), 'asks.timeFar')
  await house.write((tx) => tx.updateTable('people').set({ zone: 'Asia/Beirut' }).where('id', '=', first.id).execute())
  await yes(Temporal.PlainDateTime.from('2026-11-24T14:30'))
  assert.equal((await house.read((db) => yesOf(db, id)))?.startsAt.toString(), '2026-11-24T12:30:00Z', 'on the clock of who says yes')
})

test('The hour that summer time swallows is refused.', async () => {
  house.setNow('2027-03-25T08:00:00Z')
  const all = await givenSent(house, 1)
  const [first] = all.mentors
  assert.ok(first)
  await house.write((tx) => tx.updateTable('people').set({ zone: 'Europe/Zurich' }).where('id', '=', first.id).execute())
  const at = Temporal.PlainDateTime.from('2027-03-28T02:30')
  assert.equal(await refusedWith(house.writeAs(first.scope, (tx) => sayYes(tx, { ask: all.id, at }))), 'asks.timeLeftOut')
  house.setNow(start)
})

test('The asker does not answer for who is asked.', async () => {
  const { id, asker } = await given()
  await assert.rejects(
    house.writeAs(asker.scope, (tx) => sayYes(tx, { ask: id, at: soon })),
    Missing,
  )
})

test('The form takes a time shown, or a day and a clock in any digits, and says what is missing.', () => {
  const ask = '019ab000-0000-7000-8000-000000000000'
  const read = (values: Record<string, string>) => {
    const got = sayYesForm({ ask, ...values })
    return 'slips' in got ? got.slips.map(({ field, key }) => `${field} ${key}`) : got.input.at.toString()
  }
  assert.equal(read({ at: '2026-11-24T09:00:00Z' }), '2026-11-24T09:00:00Z')
  assert.equal(read({ at: 'other', day: '2026-11-24', time: '۱۴:۳۰' }), '2026-11-24T14:30:00')
  assert.equal(read({ day: '24 Nov 2026', time: '9' }), '2026-11-24T09:00:00')
  assert.deepEqual(read({}), ['at slip.ask.time-missing'])
  assert.deepEqual(read({ at: 'soon' }), ['at slip.stale'])
  assert.deepEqual(read({ at: 'other', day: 'soon', time: '25:00' }), ['day slip.date', 'time slip.ask.clock'])
})
