import type { Tx } from '#ground/db'
import { reachMilestone } from '#partnerships/reach-milestone'
import { keepPlace } from './keep-place.ts'
import { insertMeeting, insertTime, type NewMeeting } from './meeting-writes.ts'

export type Arranged = Omit<NewMeeting, 'rhythm'> & {
  rhythm?: string | null
  startsAt: Temporal.Instant
  /** Whose time on the wall the meeting keeps. */
  zone: string
  minutes: number
  place: string | null
}

/**
 * A meeting that both have agreed to, in a partnership or upon an ask; its news brings it into both calendars. Twice is once. A place is
 * said by one of the two, who alone have the key for it.
 */
export async function arrangeMeeting(tx: Tx, { startsAt, zone, minutes, place, rhythm = null, ...row }: Arranged): Promise<void> {
  if (!(await insertMeeting(tx, { ...row, rhythm }))) return
  const local = startsAt.toZonedDateTimeISO(zone).toPlainDateTime()
  await insertTime(tx, { meeting: row.id, nth: 1, wall: { local, zone, at: startsAt }, minutes })
  if (place !== null) await keepPlace(tx, row, place)
  await tx.note('meeting.planned', row.id, { organisation: row.organisation, programme: row.programme }, {})
  if (row.partnership !== null) {
    await reachMilestone(tx, { partnership: row.partnership, milestone: 'first-meeting-planned', cause: row.id })
  }
}
