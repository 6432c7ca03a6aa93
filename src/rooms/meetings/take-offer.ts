import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { arrangeMeeting } from './arrange-meeting.ts'
import { mayPlan } from './may-plan.ts'
import { holdPair, insertOfferEnd } from './meeting-writes.ts'
import { findOffer } from './offer-reads.ts'

export type TakeOffer = { offer: string; nth: number }

/** The other takes one of the times that were offered: the meeting has the offer's id. Of two who take at once, one does. */
export async function takeOffer(tx: Tx, { offer: id, nth }: TakeOffer): Promise<{ partnership: string }> {
  const offer = found(await findOffer(tx, id))
  const { partnership } = offer
  await holdPair(tx, partnership)
  const { pair } = await mayPlan(tx, partnership)
  const now = found(await findOffer(tx, id))
  if (now.taken === nth) return { partnership }
  if (now.endedAt !== null) refuse('meetings.offerOver')
  const time = now.times.find((one) => one.nth === nth) ?? missing()
  if (now.by === tx.by) refuse('meetings.ownOffer')
  if (Temporal.Instant.compare(time.startsAt, tx.now) < 0) refuse('meetings.past')
  assert(tx.by, 'somebody takes')

  await insertOfferEnd(tx, { offer: id, taken: nth, by: tx.by })
  const { organisation, programme, mentor: host, mentee: guest } = pair
  const { startsAt, zone } = time
  const meeting = { id, partnership, ask: null, organisation, programme, host, guest }
  await arrangeMeeting(tx, { ...meeting, startsAt, zone, minutes: now.minutes, place: null })
  return { partnership }
}
