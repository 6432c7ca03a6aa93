import { findBusiness } from '#businesses/reads'
import type { Tx } from '#ground/db'
import { type Reservation, reserve } from '#hours/reserve'
import type { NewMeeting } from './writes.ts'
import { insertReservation } from './writes.ts'

/** What the bank knows a meeting by. */
export const causeOf = (meeting: { id: string }) => `coaching:${meeting.id}`

/** What stands in the journal beside a meeting: the business's code, never a name. */
export async function referenceOf(tx: Tx, { business }: Pick<NewMeeting, 'business'>): Promise<string> {
  return (await findBusiness(tx, business))?.code ?? ''
}

type Reserved = Pick<NewMeeting, 'id' | 'bank' | 'business' | 'minutes' | 'day'> & { perHour?: bigint; clientCovers?: bigint }

/** Reserves every funder's part of a meeting, or none, in the transaction of its cause; at an own price where a group shares it. */
export async function reserveFor(tx: Tx, meeting: Reserved, on?: Temporal.PlainDate): Promise<Reservation> {
  const { bank, business: holder, minutes, day } = meeting
  const id = tx.newId()
  const reference = await referenceOf(tx, meeting)
  const { perHour, clientCovers } = meeting
  const beside = {
    ...(on ? { on } : {}),
    ...(perHour === undefined ? {} : { perHour }),
    ...(clientCovers === undefined ? {} : { clientCovers }),
  }
  const reserved = await reserve(tx, { id, bank, holder, minutes, day, cause: causeOf(meeting), reference, ...beside })
  await insertReservation(tx, meeting.id, id)
  return reserved
}
