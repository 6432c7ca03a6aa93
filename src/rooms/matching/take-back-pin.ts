import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { findProgramme } from '#programmes/reads'
import { liftPinById } from './round-writes.ts'

export type TakeBackPin = { programme: string; pin: string }

/** Takes a decision back while no round waits; the next round is run without it. */
export async function takeBackPin(tx: Tx, { programme, pin }: TakeBackPin): Promise<void> {
  mustCoordinate(tx, programme)
  const { organisation, openedBy } = found(await findProgramme(tx, programme))
  const isNew = await liftPinById(tx, { programme, pin }, tx.by ?? openedBy)
  if (isNew) await tx.note('pin.lifted', pin, { organisation, programme })
}
