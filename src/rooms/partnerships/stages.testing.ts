import type { TestHouse } from '#testing/house'
import { accept } from './accept.ts'
import { confirmStep } from './confirm-step.ts'
import { type GivenPair, givenPair } from './pairs.testing.ts'
import { reachMilestone } from './reach-milestone.ts'
import { stagesOf } from './stage-reads.ts'

/** A pair in which both have said yes. */
export async function givenAgreed(house: TestHouse): Promise<GivenPair> {
  const pair = await givenPair(house)
  for (const { scope } of [pair.mentor, pair.mentee]) await house.writeAs(scope, (tx) => accept(tx, { partnership: pair.id, side: null }))
  return pair
}

/** The stages that a pair came to, in order, each with why. */
export async function roadOf(house: TestHouse, id: string): Promise<string[]> {
  const stages = await house.read((db) => stagesOf(db, id))
  return stages.toReversed().map(({ stage, why }) => `${stage} ${why}`)
}

export async function briefed(house: TestHouse, { id, mentor, mentee }: GivenPair): Promise<void> {
  for (const { scope } of [mentor, mentee]) {
    await house.writeAs(scope, (tx) => confirmStep(tx, { partnership: id, stage: 'induct', criterion: 'briefed' }))
  }
}

/** A pair under way: both briefed, the agreement signed. */
export async function givenUnderWay(house: TestHouse): Promise<GivenPair> {
  const pair = await givenAgreed(house)
  await briefed(house, pair)
  await house.write((tx) => reachMilestone(tx, { partnership: pair.id, milestone: 'agreement-signed', cause: pair.id }))
  return pair
}
