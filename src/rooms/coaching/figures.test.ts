import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realHands } from '#ground/chance'
import { testHouse } from '#testing/house'
import { amendCoaching } from './amend-coaching.ts'
import { givenCoaching, logged } from './coaching.testing.ts'
import { confirmCoaching } from './confirm-coaching.ts'
import { coachesPaid, spendsOf } from './figures.ts'

const house = await testHouse()
const { newId } = realHands
const day = (text: string) => Temporal.PlainDate.from(text)

test('A claim reads what was confirmed, by its day: minutes, money, how and how soon; amended as it stands now, reversed not at all.', async () => {
  const given = await givenCoaching(house)
  const paid = async () => {
    const meeting = await logged(house, given)
    house.setNow('2026-11-25T06:01:30Z')
    await house.writeAs(given.owner.scope, (tx) => confirmCoaching(tx, { id: newId(), meeting, says: 'yes', minutes: null }))
    return meeting
  }
  const [first, second] = [await paid(), await paid()]
  const spends = () =>
    house.database.read(given.coordinator, (db) => spendsOf(db, given.bank.id, given.coach.id, day('2026-11-01'), day('2026-11-30')))
  const [one] = await spends()
  assert.deepEqual(
    [one?.minutes, one?.amount, one?.mode, one?.place, one?.how, one?.confirmedWithinSeconds, one?.day.toString()],
    [60, 120_000n, 'in-person', 'business', 'page', 90, '2026-11-25'],
  )
  const amend = (meeting: string, minutes: number) =>
    house.writeAs(given.coordinator, (tx) => amendCoaching(tx, { id: newId(), meeting, minutes, reason: 'x' }))
  house.setNow('2026-11-25T07:00:00Z')
  await amend(first, 45)
  await amend(second, 0)
  assert.deepEqual(
    (await spends()).map(({ meeting, minutes, amount }) => [meeting, minutes, amount]),
    [[first, 45, 90_000n]],
  )
  const none = await house.read((db) => spendsOf(db, given.bank.id, given.coach.id, day('2026-12-01'), day('2026-12-31')))
  assert.deepEqual(none, [])
  assert.deepEqual(await house.read((db) => coachesPaid(db, given.bank.id, day('2026-11-01'), day('2026-11-30'))), [given.coach.id])
})
