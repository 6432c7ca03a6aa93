import type { Scope } from '#ground/db'
import type { TestHouse } from '#testing/house'
import { confirmStep } from './confirm-step.ts'
import { leavePartnership } from './leave-partnership.ts'
import type { GivenPair } from './pairs.testing.ts'
import { givenUnderWay } from './stages.testing.ts'

/** Ends it without blame, as one of the two. */
export async function left(house: TestHouse, id: string, scope: Scope, again = false, text: 1 | 2 | 3 = 1): Promise<void> {
  await house.writeAs(scope, (tx) => leavePartnership(tx, { partnership: id, text, again }))
}

/** A pair that has done what it wanted, and is closing. */
export async function givenClosing(house: TestHouse): Promise<GivenPair> {
  const pair = await givenUnderWay(house)
  await house.writeAs(pair.mentee.scope, (tx) => confirmStep(tx, { partnership: pair.id, stage: 'active', criterion: 'closing' }))
  return pair
}
