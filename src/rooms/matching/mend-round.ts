import type { Tx } from '#ground/db'
import { roundToChange } from './pin-pair.ts'
import { type Rerun, runRound } from './run-round.ts'

export type MendRound = { id: string; round: string }

/** After somebody paused, left or came: runs the round again so that only those move who must, for as many to be matched as can be. */
export async function mendRound(tx: Tx, { id, round: from }: MendRound): Promise<Rerun> {
  const { programme, choice } = await roundToChange(tx, from, id)
  const again = await runRound(tx, { id, programme, choice: { ...choice, mends: true } })
  return { round: again.id, nth: again.nth }
}
