import type { Tx } from '#ground/db'
import { placeOf } from './meeting-reads.ts'
import { holdMeeting, insertPlace } from './meeting-writes.ts'
import { ownStanding } from './own-meeting.ts'

export type SayPlace = { meeting: string; place: string | null }

/** Where the two meet: any link, or a room; both calendars are told. */
export async function sayPlace(tx: Tx, { meeting: id, place }: SayPlace): Promise<{ meeting: string }> {
  await holdMeeting(tx, id)
  const meeting = await ownStanding(tx, id)
  if ((await placeOf(tx, id)) === place) return { meeting: id }

  await insertPlace(tx, id, place)
  await tx.note('meeting.placed', id, { organisation: meeting.organisation, programme: meeting.programme }, {})
  return { meeting: id }
}
