import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused, standing } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { type BookGroup, bookGroup } from './book-group.ts'
import { givenClient, givenFundedBank, soon } from './coaching.testing.ts'
import { partsOf } from './group-part.ts'
import { coachingOfGroup } from './reads.ts'

const house = await testHouse()
const { newId } = realHands
const asked = (businesses: string[], minutes = 90): BookGroup => ({
  ...{ id: newId(), businesses, startsAt: soon, zone: 'Asia/Kabul', minutes, mode: 'in-person', place: 'office', escorted: false },
})

test('Ninety minutes of four businesses cost 1,800 once: 450 each, which is 315, 90 and 45 (7.7.9).', async () => {
  const given = await givenFundedBank(house)
  const first = await givenClient(house, given.programme)
  const others = []
  for (let nth = 0; nth < 3; nth += 1) others.push(await givenClient(house, given.programme, { coach: first.coach }))
  const group = asked([first, ...others].map(({ business }) => business))
  for (const _ of [1, 2]) await house.writeAs(first.coach.scope, (tx) => bookGroup(tx, group))
  const held = await standing(house, given)
  assert.deepEqual([held['reserved nordlys'], held['reserved chamber'], held['reserved client']], ['1260', '360', '180'])
  assert.equal(held.held, '90')
  const parts = partsOf(given.bank, 120_000n, 90, 4)
  assert.deepEqual(
    parts.map(({ cost }) => cost),
    Array(4).fill(45_000n),
  )
  const meetings = await house.read((db) => coachingOfGroup(db, group.id))
  assert.deepEqual(
    meetings.map(({ minutes, groupMinutes }) => [minutes, groupMinutes]),
    [
      [23, 90],
      [23, 90],
      [22, 90],
      [22, 90],
    ],
  )
})

test('What does not divide goes by largest remainder in the order of the codes, and adds up.', () => {
  const parts = partsOf({ quantum: 100n }, 125_000n, 45, 4)
  assert.deepEqual(
    parts.map(({ cost }) => cost / 100n),
    [235n, 235n, 234n, 234n],
  )
  assert.deepEqual(
    parts.map(({ minutes }) => minutes),
    [12, 11, 11, 11],
  )
})

test('A group has one coach, and two businesses or more; where one of them cannot be booked, none is.', async () => {
  const given = await givenFundedBank(house)
  const [one, other] = [await givenClient(house, given.programme), await givenClient(house, given.programme)]
  const third = await givenClient(house, given.programme, { coach: one.coach, minutes: 15 })
  const book = (businesses: string[]) => house.writeAs(given.coordinator, (tx) => bookGroup(tx, asked(businesses)))
  await assert.rejects(book([one.business]), refused('coaching.groupSize', { max: 12 }))
  await assert.rejects(book([one.business, other.business]), refused('coaching.groupCoach'))
  const before = await standing(house, given)
  await assert.rejects(book([one.business, third.business]), refused('hours.minutesShort', { left: 15, asked: 45 }))
  assert.deepEqual(await standing(house, given), before)
})
