import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused, standing } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { bookGroup } from './book-group.ts'
import { afterwards, givenClient, givenFundedBank, logOf, soon } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { confirmCoaching } from './confirm-coaching.ts'
import { spendsOf } from './figures.ts'
import { logCoaching } from './log-coaching.ts'
import { logGroup } from './log-group.ts'
import { coachingOfGroup } from './reads.ts'

const house = await testHouse()
const { newId } = realHands

async function givenGroup() {
  house.setNow('2026-11-23T08:00:00Z')
  const given = await givenFundedBank(house)
  const first = await givenClient(house, given.programme)
  const clients = [first]
  for (let nth = 0; nth < 3; nth += 1) clients.push(await givenClient(house, given.programme, { coach: first.coach }))
  const id = newId()
  const businesses = clients.map(({ business }) => business)
  const group = {
    id,
    businesses,
    startsAt: soon,
    zone: 'Asia/Kabul',
    minutes: 90,
    mode: 'in-person',
    place: 'office',
    escorted: false,
  } as const
  await house.writeAs(first.coach.scope, (tx) => bookGroup(tx, group))
  afterwards(house)
  return { ...given, id, clients, coach: first.coach }
}

test('All came and confirmed: each has 90 minutes in its record, pays its part, and the funders pay 1,800 once (7.7.9).', async () => {
  const given = await givenGroup()
  const { meeting: _, ...log } = logOf(given.id, { minutes: 90 })
  const asked = { ...log, grouping: given.id, attended: given.clients.map(({ business }) => business) }
  for (const __ of [1, 2]) await house.writeAs(given.coach.scope, (tx) => logGroup(tx, asked))
  const meetings = await house.read((db) => coachingOfGroup(db, given.id))
  assert.deepEqual(
    meetings.map(({ log }) => log?.minutes),
    [90, 90, 90, 90],
  )
  for (const { owner, business } of given.clients) {
    const meeting = meetings.find((each) => each.business === business)?.id ?? ''
    await house.writeAs(owner.scope, (tx) => confirmCoaching(tx, { id: newId(), meeting, says: 'yes', minutes: null }))
  }
  const after = await standing(house, given)
  assert.deepEqual([after['spent nordlys'], after['spent chamber'], after['spent client']], ['1260', '360', '180'])
  assert.deepEqual([after.payable, after.used, after.held], ['-1800', '90', undefined])
  const [from, to] = [Temporal.PlainDate.from('2026-11-01'), Temporal.PlainDate.from('2026-11-30')]
  const spends = await house.read((db) => spendsOf(db, given.bank.id, given.coach.id, from, to))
  assert.deepEqual(
    spends.map(({ amount }) => amount),
    Array(4).fill(45_000n),
  )
})

test('Three of four came: the cost is split over the three, and who did not come is absent, without a stand-by fee.', async () => {
  const given = await givenGroup()
  const [absent, ...came] = given.clients
  const { meeting: _, ...log } = logOf(given.id, { minutes: 90 })
  const asked = { ...log, grouping: given.id, attended: came.map(({ business }) => business) }
  await house.writeAs(given.coach.scope, (tx) => logGroup(tx, asked))
  const meetings = await house.read((db) => coachingOfGroup(db, given.id))
  assert.equal(
    stateOf(meetings.find(({ business }) => business === absent?.business) ?? (meetings[0] as never), house.now()),
    'noShowClient',
  )
  const held = await standing(house, given)
  assert.deepEqual([held['reserved nordlys'], held['reserved client'], held.held, held.payable], ['1260', '180', '90', undefined])
})

test('A group is logged as one, by its coach, and somebody came.', async () => {
  const given = await givenGroup()
  const [first] = await house.read((db) => coachingOfGroup(db, given.id))
  await assert.rejects(
    house.writeAs(given.coach.scope, (tx) => logCoaching(tx, logOf(first?.id ?? ''))),
    refused('coaching.group'),
  )
  const { meeting: _, ...log } = logOf(given.id, { minutes: 90 })
  const asked = { ...log, grouping: given.id, attended: [] }
  await assert.rejects(
    house.writeAs(given.coach.scope, (tx) => logGroup(tx, asked)),
    refused('coaching.nobodyCame'),
  )
  await assert.rejects(
    house.writeAs(given.coordinator, (tx) => logGroup(tx, asked)),
    refused('coaching.coachLogs'),
  )
})
