import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { ofTwo } from '#partnerships/of-two'
import { holdPair, insertOfferEnd } from './meeting-writes.ts'
import { findOffer } from './offer-reads.ts'

/** Either of the two ends an offer: who made it takes it back, the other says that none suits. */
export async function takeBackOffer(tx: Tx, { offer: id }: { offer: string }): Promise<{ partnership: string }> {
  const { partnership } = found(await findOffer(tx, id))
  await ofTwo(tx, partnership)
  await holdPair(tx, partnership)
  const offer = found(await findOffer(tx, id))
  if (offer.taken !== null) refuse('meetings.offerTaken')
  if (offer.endedAt !== null) return { partnership }
  assert(tx.by, 'somebody takes back')

  await insertOfferEnd(tx, { offer: id, taken: null, by: tx.by })
  return { partnership }
}
