import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { refusedWith } from './pairs.testing.ts'
import { pausePair } from './pause-pair.ts'
import { holdsOf } from './stage-reads.ts'
import { givenUnderWay } from './stages.testing.ts'

const house = await testHouse()

test('A side pauses until a day, the same form once; the coordinator may leave it open.', async () => {
  const { id, mentee, programme } = await givenUnderWay(house)
  const made = await house.write(async (tx) => tx.newId())
  const pause = (scope: typeof mentee.scope, hold: string, until: string | null) =>
    house.writeAs(scope, (tx) =>
      pausePair(tx, { id: hold, partnership: id, kind: 'paused', until: until === null ? null : Temporal.PlainDate.from(until) }),
    )
  assert.equal(await refusedWith(pause(mentee.scope, made, null)), 'partnerships.pauseUntil')
  await Promise.all([pause(mentee.scope, made, '2026-12-24'), pause(mentee.scope, made, '2026-12-24')])
  await pause(programme.coordinator, await house.write(async (tx) => tx.newId()), null)
  assert.deepEqual(
    (await house.read((db) => holdsOf(db, id))).map(({ bySide, until }) => [bySide, until?.toString() ?? null]),
    [
      ['mentee', '2026-12-24'],
      [null, null],
    ],
  )
})
