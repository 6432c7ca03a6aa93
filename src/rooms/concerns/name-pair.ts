import type { Tx } from '#ground/db'
import { fold } from '#ground/fold'
import { refuse } from '#ground/refusal'
import { limits } from './concern.ts'
import { concernToAnswer, pairByCodes, pairsIn } from './desk-reads.ts'
import { officerOf } from './officer.ts'
import { insertPair, lockConcern } from './writes.ts'

export type NamePair = { concern: string; code: string; otherCode: string }

/**
 * Says which partnership a concern is about, by the codes of its two people, so that it can be held. Refuses `concerns.noSuchPair`
 * where there is none under way that this officer guards, one's own included; `concerns.full` beyond so many.
 */
export async function namePair(tx: Tx, { concern, code, otherCode }: NamePair): Promise<void> {
  await lockConcern(tx, concern)
  await concernToAnswer(tx, concern)
  const partnership = (await pairByCodes(tx, concern, fold(code), fold(otherCode))) ?? refuse('concerns.noSuchPair')
  const pairs = await pairsIn(tx, concern)
  if (pairs.some((pair) => pair.partnership === partnership)) return
  if (pairs.length >= limits.pairsAConcernMax) refuse('concerns.full', { max: limits.pairsAConcernMax })

  await insertPair(tx, concern, partnership, officerOf(tx))
  await tx.note('concern.paired', concern, {})
}
