import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { goingOn, placeOf } from './going-on.ts'
import type { Attainment } from './growth.ts'
import { findGoal } from './reads.ts'
import { insertRating } from './writes.ts'

export type RateGoal = { id: string; goal: string; value: Attainment }

/** One side says how far the goal is, at any time and as often as they like; what was said before stays. */
export async function rateGoal(tx: Tx, { id, goal: which, value }: RateGoal): Promise<{ goal: string }> {
  const goal = found(await findGoal(tx, which))
  const { pair, me } = await goingOn(tx, goal.partnership)
  if (!(await insertRating(tx, { id, goal: which, value, by: me }))) return { goal: which }
  await tx.note('goal.rated', which, placeOf(pair))
  return { goal: which }
}
