import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { mayPlan, plannable, type SaidTime } from './may-plan.ts'
import { holdPair, insertOffer } from './meeting-writes.ts'

export type OfferTimes = { id: string; partnership: string; times: readonly SaidTime[]; minutes: number }

/** One of the two offers up to three times; the other takes one. */
export async function offerTimes(tx: Tx, { id, partnership, times, minutes }: OfferTimes): Promise<{ partnership: string }> {
  await holdPair(tx, partnership)
  const { pair } = await mayPlan(tx, partnership)
  const walls = times.map((one) => plannable(tx.now, one))
  const fresh = walls.filter((one, at) => walls.findIndex((other) => other.at.equals(one.at)) === at)
  assert(tx.by, 'somebody offers')

  if (!(await insertOffer(tx, { id, partnership, minutes, by: tx.by }, fresh))) return { partnership }
  await tx.note('meeting.offered', partnership, { organisation: pair.organisation, programme: pair.programme }, { offer: id })
  return { partnership }
}
