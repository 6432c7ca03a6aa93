import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { sideOf } from './partnership.ts'
import { placeHold } from './place-hold.ts'
import { findPartnership } from './reads.ts'
import type { NewHold } from './stage-writes.ts'

/** Either side pauses until a day, so that the other knows when it goes on; the coordinator may leave the day open. */
export async function pausePair(tx: Tx, hold: NewHold): Promise<void> {
  const pair = found(await findPartnership(tx, hold.partnership))
  if (sideOf(pair, tx.scope.person) !== null && hold.until === null) refuse('partnerships.pauseUntil')
  await placeHold(tx, hold)
}
