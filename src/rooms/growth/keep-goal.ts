import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { goingOn, placeOf } from './going-on.ts'
import { type GoalState, limits } from './growth.ts'
import { findGoal, goalsOf } from './reads.ts'
import { holdPair, insertGoalState } from './writes.ts'

export type KeepGoal = { goal: string; state: GoalState }

/** A goal is let go of, or taken up again where there is room; said twice is said once. */
export async function keepGoal(tx: Tx, { goal: which, state }: KeepGoal): Promise<{ goal: string }> {
  const { partnership } = found(await findGoal(tx, which))
  const { pair, me } = await goingOn(tx, partnership)
  await holdPair(tx, partnership)
  const goals = await goalsOf(tx, partnership)
  const isKept = goals.some(({ id, kept }) => id === which && kept)
  if (isKept === (state === 'kept')) return { goal: which }
  const keptNow = goals.filter(({ kept }) => kept).length
  if (state === 'kept' && keptNow >= limits.goalsMax) refuse('growth.goalsFull', { max: limits.goalsMax })

  await insertGoalState(tx, { goal: which, state, by: me })
  await tx.note(`goal.${state}`, which, placeOf(pair))
  return { goal: which }
}
