import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { fund } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { awaitFunds } from './book-coaching.ts'
import { givenClient, givenFundedBank, meetingAt, soon } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'
import { cancelCoaching } from './end-coaching.ts'
import { serveQueues } from './serve-queue.ts'

const house = await testHouse()

test('Who left the queue holds up nobody; the rest are served in their order.', async () => {
  const given = await givenFundedBank(house, {}, { donor: 100, chamber: 5_000, budget: 0 })
  const ids: string[] = []
  const clients = []
  for (let nth = 0; nth < 3; nth += 1) {
    const client = await givenClient(house, given.programme)
    clients.push(client)
    house.setNow(`2026-11-23T08:0${nth}:00Z`)
    const id = realHands.newId()
    ids.push(id)
    const asked = { id, business: client.business, startsAt: soon, zone: 'Asia/Kabul', minutes: 60, mode: 'phone', place: 'none' } as const
    await house.writeAs(client.owner.scope, (tx) => awaitFunds(tx, { ...asked, escorted: false }))
  }
  const states = async () => Promise.all(ids.map(async (id) => stateOf(await meetingAt(house, id), house.now())))
  assert.deepEqual(await states(), Array(3).fill('awaitingFunds'))
  const [first] = clients
  if (first) await house.writeAs(first.owner.scope, (tx) => cancelCoaching(tx, { meeting: ids[0] ?? '', side: null, reason: '' }))
  await fund(house, given, { donor: 800 })
  await house.write(serveQueues)
  assert.deepEqual(await states(), ['cancelledInTime', 'booked', 'awaitingFunds'])
})
