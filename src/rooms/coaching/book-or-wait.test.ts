import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { refused } from '#hours/hours.testing'
import { testHouse } from '#testing/house'
import { bookOrWait } from './book-or-wait.ts'
import { givenClient, givenFundedBank, meetingAt, soon } from './coaching.testing.ts'
import { stateOf } from './coaching.ts'

const house = await testHouse()

test('Only who ticked that they would wait waits.', async () => {
  const given = await givenFundedBank(house, {}, { donor: 100, chamber: 5_000, budget: 0 })
  const { business, owner } = await givenClient(house, given.programme)
  const asked = { id: realHands.newId(), business, startsAt: soon, zone: 'Asia/Kabul', minutes: 60, mode: 'phone', place: 'none' } as const
  const book = (wait: boolean) => house.writeAs(owner.scope, (tx) => bookOrWait(tx, { ...asked, escorted: false, wait }))
  await assert.rejects(book(false), refused('hours.short', { who: 'Nordlys' }))
  await book(true)
  assert.equal(stateOf(await meetingAt(house, asked.id), house.now()), 'awaitingFunds')
})
