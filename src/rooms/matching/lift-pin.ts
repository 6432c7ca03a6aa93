import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { findProgramme } from '#programmes/reads'
import { roundToChange } from './pin-pair.ts'
import { liftPinById } from './round-writes.ts'
import { type Rerun, runRound } from './run-round.ts'

export type LiftPin = { id: string; round: string; pin: string }

/** Takes a pin off, and runs the round again without it. */
export async function liftPin(tx: Tx, { id, round: from, pin }: LiftPin): Promise<Rerun> {
  const { programme, organisation, choice } = await roundToChange(tx, from, id)

  const by = tx.by ?? found(await findProgramme(tx, programme)).openedBy
  const isNew = await liftPinById(tx, { programme, pin }, by)
  if (isNew) await tx.note('pin.lifted', pin, { organisation, programme })
  const again = await runRound(tx, { id, programme, choice })
  return { round: again.id, nth: again.nth }
}
