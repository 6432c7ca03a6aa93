import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { findProgramme } from '#programmes/reads'
import { roundToChange } from './pin-pair.ts'
import { liftPinById } from './round-writes.ts'
import { runRound } from './run-round.ts'

export type LiftPin = { round: string; pin: string }

/** Takes a pin off, and runs the round again without it. */
export async function liftPin(tx: Tx, { round: from, pin }: LiftPin): Promise<{ round: string; nth: number | null }> {
  const { programme, organisation, choice } = await roundToChange(tx, from)

  const by = tx.by ?? found(await findProgramme(tx, programme)).openedBy
  await liftPinById(tx, { programme, pin }, by)
  await tx.note('pin.lifted', pin, { organisation, programme })
  const again = await runRound(tx, { id: tx.newId(), programme, choice })
  return { round: again.id, nth: again.nth }
}
