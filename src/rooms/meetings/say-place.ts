import type { Tx } from '#ground/db'
import { keepPlace } from './keep-place.ts'
import { placeOf } from './meeting-reads.ts'
import { holdMeeting } from './meeting-writes.ts'
import { ownStanding } from './own-meeting.ts'

export type SayPlace = { meeting: string; place: string | null }

/** Where the two meet: any link, or a room; both calendars are told. */
export async function sayPlace(tx: Tx, { meeting: id, place }: SayPlace): Promise<{ meeting: string }> {
  await holdMeeting(tx, id)
  const meeting = await ownStanding(tx, id)
  if ((await placeOf(tx, meeting)) === place) return { meeting: id }

  await keepPlace(tx, meeting, place)
  await tx.note('meeting.placed', id, { organisation: meeting.organisation, programme: meeting.programme }, {})
  return { meeting: id }
}
