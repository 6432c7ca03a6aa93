import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { RoundChoice } from './choice.ts'
import { roundToChange } from './pin-pair.ts'
import { type Rerun, runRound } from './run-round.ts'

export type ChooseOtherwise = { id: string; round: string; choice: RoundChoice }

/** Runs the round that waits again, choosing another way. A floor that no pair reaches, or figures out of bounds, are refused by name. */
export async function chooseOtherwise(tx: Tx, { id, round: from, choice }: ChooseOtherwise): Promise<Rerun> {
  if (choice.method === 'stable' && choice.dial === 'even') refuse('matching.stableNotEven')
  const { programme } = await roundToChange(tx, from, id)
  const again = await runRound(tx, { id, programme, choice })
  return { round: again.id, nth: again.nth }
}
