import { bookCoaching } from '#coaching/book-coaching'
import { end } from '#coaching/end-coaching'
import { heldMeeting } from '#coaching/held-meeting'
import { logCoaching } from '#coaching/log-coaching'
import { takeConfirmation } from '#coaching/take-confirmation'
import type { Tx } from '#ground/db'
import { Refusal, refuse } from '#ground/refusal'
import type { ProgrammeFile } from './programme-file.ts'

type Asked = { meeting: ProgrammeFile['sessions'][number]; business: string; zone: string }

/** The file says no clock: meetings begin at nine. */
const hour = 9

/**
 * Brings one meeting in: booked and reserved on its day, then held, logged and confirmed on paper, or ended as the file says. What the
 * bank or the rules refuse is refused as `handover.meeting`, with the meeting's code and why.
 */
export async function bringMeeting(tx: Tx, at: (tx: Tx, now: Temporal.Instant) => Tx, { meeting, business, zone }: Asked): Promise<void> {
  const { code, date: day, mode, plannedMinutes, actualMinutes, status } = meeting
  const startsAt = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) }).toInstant()
  const [id, before, after] = [tx.newId(), at(tx, startsAt.subtract({ hours: 1 })), at(tx, startsAt.add({ hours: 4 }))]
  const place = mode === 'in-person' ? ('business' as const) : ('none' as const)
  try {
    await bookCoaching(before, { id, business, startsAt, zone, minutes: plannedMinutes, mode, place, escorted: false, on: day })
    if (status !== 'completed') {
      await end(after, (await heldMeeting(after, id)).meeting, status, { reason: '', on: day, withoutStandby: true })
      return
    }
    const log = { day, zone, minutes: actualMinutes, mode, place, topics: [], present: [], outage: false, nextStep: null }
    await logCoaching(after, { id: tx.newId(), meeting: id, ...log })
    await takeConfirmation(after, (await heldMeeting(after, id)).meeting, {
      id: tx.newId(),
      says: 'yes',
      minutes: null,
      how: 'paper',
      reference: code,
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refuse('handover.meeting', { code, why: error.reason })
  }
}
