import assert from 'node:assert/strict'
import { test } from 'node:test'
import { movesFrom } from '#programmes/pathway-moves'
import { pathwayOfKey } from '#programmes/pathways'
import { testHouse } from '#testing/house'
import { enterStage } from './enter-stage.ts'
import { refusedWith } from './pairs.testing.ts'
import { findPartnership } from './reads.ts'
import { insertStage } from './stage-writes.ts'
import { givenUnderWay, roadOf } from './stages.testing.ts'

const house = await testHouse()
const mentoring = pathwayOfKey('mentoring') ?? assert.fail('no pathway of mentoring')
const ofPairs = mentoring.stages.filter((one) => one.of === 'pair').map(({ key }) => key)

async function enter(id: string, to: string) {
  return house.write(async (tx) => enterStage(tx, (await findPartnership(tx, id)) ?? assert.fail(), { to, why: 'due' }))
}

test('From under way, a pair comes where the pathway leads, and nowhere else: in the verb, and in the database past it.', async () => {
  for (const to of [...ofPairs, 'design', 'nowhere']) {
    const { id } = await givenUnderWay(house)
    const isListed = movesFrom(mentoring, 'active').includes(to)
    const deed = enter(id, to)
    if (isListed) await deed
    else assert.equal(await refusedWith(deed), 'partnerships.noSuchMove', to)
    const other = await givenUnderWay(house)
    const past = house.write((tx) => insertStage(tx, { partnership: other.id, nth: 4, stage: to, why: 'due' }))
    if (isListed) await past
    else await assert.rejects(past, /does not lead/, to)
  }
})

test('A refusal says what is possible instead.', async () => {
  const { id } = await givenUnderWay(house)
  await assert.rejects(enter(id, 'induct'), { facts: { count: 2, possible: 'Closing, Review' } })
})

test('An interlude goes back to the stage that it came out of, and to no other.', async () => {
  const { id } = await givenUnderWay(house)
  await enter(id, 'review')
  assert.equal(await refusedWith(enter(id, 'close')), 'partnerships.noSuchMove')
  await enter(id, 'active')
  assert.deepEqual((await roadOf(house, id)).slice(-2), ['review due', 'active due'])
})

test('No stage is skipped by a number, and none comes before both said yes.', async () => {
  const { id } = await givenUnderWay(house)
  await assert.rejects(
    house.write((tx) => insertStage(tx, { partnership: id, nth: 9, stage: 'close', why: 'due' })),
    /not the next stage/,
  )
})
