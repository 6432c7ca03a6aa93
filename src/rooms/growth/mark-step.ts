import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { goingOn, placeOf } from './going-on.ts'
import type { StepState } from './growth.ts'
import { findStep } from './reads.ts'
import { insertStepState } from './writes.ts'

export type MarkStep = { step: string; state: StepState }

/** Either says that a step is done, let go of, or open after all; said twice is said once. */
export async function markStep(tx: Tx, { step: which, state }: MarkStep): Promise<{ partnership: string }> {
  const { partnership, ...step } = found(await findStep(tx, which))
  const { pair, me } = await goingOn(tx, partnership)
  if (step.state === state) return { partnership }

  await insertStepState(tx, { step: which, state, by: me })
  await tx.note(`next-step.${state}`, which, placeOf(pair))
  return { partnership }
}
