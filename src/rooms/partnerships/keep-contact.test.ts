import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nudgesSent } from '#ground/nudge'
import { testHouse } from '#testing/house'
import { keepContact, quietNudge } from './keep-contact.ts'
import { givenClosing } from './leaving.testing.ts'
import { liftHold } from './lift-hold.ts'
import { endOf, type GivenPair } from './pairs.testing.ts'
import { placeHold } from './place-hold.ts'
import { reachMilestone } from './reach-milestone.ts'
import { findPartnership } from './reads.ts'
import { pairsUnderWay } from './stage-reads.ts'
import { givenUnderWay } from './stages.testing.ts'
import { tellEnd } from './tell-end.ts'

const house = await testHouse()
const start = house.now()

/** Days after the second yes; the pathway meets every 21 days: reminders from 31.5 and 42 days on, the end from 63. */
const on = (day: number) => house.setNow(start.add({ hours: 24 * day }).toString())
const sweep = () => house.write(keepContact)
const lettersTo = (person: string) =>
  house.read((db) =>
    db.selectFrom('mails').select(['body', 'title']).where('kind', '=', quietNudge).where('recipient', '=', person).execute(),
  )
const counts = async ({ mentor, mentee }: GivenPair) => [(await lettersTo(mentor.id)).length, (await lettersTo(mentee.id)).length]
const met = async (pair: GivenPair) => {
  const cause = await house.write(async (tx) => tx.newId())
  await house.write((tx) => reachMilestone(tx, { partnership: pair.id, milestone: 'meeting-held', cause }))
}

test('Both are reminded kindly, twice at most, and then a pair that stays silent ends for both, with no word of who.', async () => {
  on(0)
  const pair = await givenUnderWay(house)
  const told: Record<number, number[]> = {}
  for (const day of [31, 32, 33, 40, 42, 43, 50, 62]) {
    on(day)
    await sweep()
    await sweep()
    told[day] = await counts(pair)
  }
  assert.deepEqual(told, { 31: [0, 0], 32: [1, 1], 33: [1, 1], 40: [1, 1], 42: [2, 2], 43: [2, 2], 50: [2, 2], 62: [2, 2] })
  const [letter] = await lettersTo(pair.mentor.id)
  assert.match(letter?.body ?? '', /pause or end without a reason.*pause until a day.*without a reason/s)
  assert.equal(await endOf(house, pair.id), undefined)
  on(63)
  await sweep()
  assert.equal(await endOf(house, pair.id), 'lapsed')
  await house.write((tx) => tellEnd(tx, { subject: pair.id }))
  const ends = await house.read((db) =>
    db.selectFrom('mails').select('body').where('about', '=', pair.id).where('kind', '=', 'partnership.over').execute(),
  )
  assert.equal(ends.length, 2)
  for (const { body } of ends) assert.match(body, /daily work left too little room/)
})

test('A meeting ends the quiet; a new quiet may remind again, twice at most.', async () => {
  on(0)
  const pair = await givenUnderWay(house)
  on(32)
  await sweep()
  on(41)
  await met(pair)
  on(63)
  await sweep()
  assert.deepEqual(await counts(pair), [1, 1], 'the clock began anew')
  on(41 + 32)
  await sweep()
  on(41 + 45)
  await sweep()
  await sweep()
  assert.deepEqual(await counts(pair), [3, 3])
  const quiet = (await house.read((db) => pairsUnderWay(db, pair.programme.id)))[0]?.quiet
  for (const { id } of [pair.mentor, pair.mentee]) {
    const { times } = await house.read((db) => nudgesSent(db, { about: quiet?.about ?? '', kind: quietNudge, person: id }))
    assert.equal(times, 2)
  }
})

test('What rests is asked nothing, and its clock counts from when it goes on.', async () => {
  on(0)
  const pair = await givenUnderWay(house)
  on(20)
  const hold = await house.writeAs(pair.mentee.scope, async (tx) => {
    const id = tx.newId()
    await placeHold(tx, { id, partnership: pair.id, kind: 'paused', until: null })
    return id
  })
  on(100)
  await sweep()
  assert.deepEqual(await counts(pair), [0, 0])
  await house.writeAs(pair.mentee.scope, (tx) => liftHold(tx, { partnership: pair.id, hold }))
  on(131)
  await sweep()
  assert.deepEqual([await counts(pair), await endOf(house, pair.id)], [[0, 0], undefined])
  on(132)
  await sweep()
  assert.deepEqual(await counts(pair), [1, 1])
})

test('After a worker was away nobody ends without a reminder and a week; what is closing is left in peace.', async () => {
  on(0)
  const pair = await givenUnderWay(house)
  const closing = await givenClosing(house)
  on(90)
  await sweep()
  await sweep()
  assert.deepEqual([await counts(pair), await endOf(house, pair.id)], [[1, 1], undefined])
  on(96)
  await sweep()
  assert.equal(await endOf(house, pair.id), undefined)
  on(97)
  await sweep()
  assert.equal(await endOf(house, pair.id), 'lapsed')
  assert.deepEqual([await counts(closing), await endOf(house, closing.id)], [[0, 0], undefined])
  assert.ok(await house.read((db) => findPartnership(db, closing.id)))
})
