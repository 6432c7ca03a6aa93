import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { concernToAnswer, holdsIn, pairsIn } from './desk-reads.ts'
import { officerOf } from './officer.ts'
import { insertConcernHold, lockConcern } from './writes.ts'

export type HoldPair = { concern: string; id: string; partnership: string }

/**
 * Holds a partnership that the concern is about: nobody meets and nobody is reminded until two officers lift it. The house itself
 * places it on the news, so that what coordinators and the two may read names no officer. Held already, it stays held. Refuses
 * `concerns.pairOver` where the partnership is not under way.
 */
export async function holdPair(tx: Tx, { concern, id, partnership }: HoldPair): Promise<void> {
  await lockConcern(tx, concern)
  await concernToAnswer(tx, concern)
  const pair = found((await pairsIn(tx, concern)).find((one) => one.partnership === partnership))
  if ((await holdsIn(tx, concern)).some((hold) => hold.partnership === partnership && hold.liftedAt === null)) return
  if (!pair.underWay) refuse('concerns.pairOver')

  await insertConcernHold(tx, { id, concern, partnership, by: officerOf(tx) })
  await tx.note('concern.held', partnership, {}, { hold: id })
}
