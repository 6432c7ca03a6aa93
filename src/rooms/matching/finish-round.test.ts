import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '#testing/house'
import { usualChoice } from './choice.ts'
import { crowdOf } from './crowd.ts'
import { finishRound } from './finish-round.ts'
import { findAsk, findRound } from './round-reads.ts'
import { insertAsk } from './round-writes.ts'
import { coordinatorOf, fourPeople, givenProgramme } from './rounds.testing.ts'
import { wantedFrom } from './run-round.ts'
import { run as inThread } from './suggest-inside.ts'

const house = await testHouse()
const { pairs, run } = coordinatorOf(house)

test('A round that was asked for is worked out outside and kept once, the same as if it had been run at once.', async () => {
  const given = await givenProgramme(house, fourPeople)
  const id = crypto.randomUUID()
  await house.writeAs(given.scope, (tx) => insertAsk(tx, { id, programme: given.id, choice: usualChoice }, given.keeper.id))
  const input = await house.database.read(given.scope, async (db) => {
    const crowd = await crowdOf(db, given.id, crypto.randomUUID())
    return { rulesVersion: crowd.rulesVersion, wanted: await wantedFrom(db, crowd, given.id, usualChoice) }
  })
  const told: string[] = []
  const shares: number[] = []
  const output = inThread(structuredClone(input), (share, stage) => {
    told.push(stage)
    shares.push(share)
  })
  assert.deepEqual([...new Set(told)], ['scoring', 'choosing', 'comparing', 'explaining'])
  assert.deepEqual(
    shares,
    shares.toSorted((a, b) => a - b),
  )
  const finish = () => house.writeAs(given.scope, (tx) => finishRound(tx, { id, ...structuredClone(output) }))
  const kept = await finish()
  assert.deepEqual((await finish()).nth, kept.nth)
  const asked = await house.read((db) => findAsk(db, id))
  assert.equal((await house.read((db) => findRound(db, id)))?.runBy, asked?.askedBy)
  const atOnce = await run(given)
  assert.deepEqual(await pairs(atOnce.id), await pairs(id))
})
