import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { acknowledge } from './acknowledge.ts'
import { givenSafe, raised, type Safe, telling } from './concerns.testing.ts'
import { concernQuarters } from './figures.ts'

const house = await testHouse()

test('Administrators read how many came in quarters that are over and how many were answered in time; fewer than five are not told.', async () => {
  const safe = await givenSafe(house)
  const { organisation, officer } = safe
  const year = async (at: string, count: number, late: number) => {
    house.setNow(at)
    const told = []
    for (let nth = 0; nth < count; nth += 1) told.push(await raised(house, null, telling(organisation)))
    for (const [nth, { id }] of told.entries()) {
      if (nth === count - late) house.setNow(Temporal.Instant.from(at).add({ hours: 48 }).toString())
      await house.writeAs(officer.scope, (tx) => acknowledge(tx, { concern: id }))
    }
  }
  await year('2027-02-01T08:00:00Z', 6, 1)
  await year('2027-05-01T08:00:00Z', 4, 0)
  await year('2027-08-01T08:00:00Z', 9, 0)
  const figures = (scope: Safe['coordinator']) => house.writeAs(scope, (tx) => concernQuarters(tx, organisation))
  assert.deepEqual(
    (await figures(safe.administrator.scope)).map(({ quarter, raised: count, inTime }) => [quarter.toString(), count, inTime]),
    [
      ['2027-04-01', null, null],
      ['2027-01-01', 6, 5],
    ],
  )
  for (const scope of [safe.coordinator, officer.scope, safe.mentee.scope]) assert.deepEqual(await figures(scope), [])
})
