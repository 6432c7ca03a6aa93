import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { ofTwo } from '#partnerships/of-two'
import { limits } from './meeting.ts'
import { meetingOnDay } from './meeting-reads.ts'
import { holdPair, insertMeeting, insertTime } from './meeting-writes.ts'
import { sayWhetherMet } from './say-whether-met.ts'
import { wallOrAfter } from './wall-time.ts'

/** A meeting that took place without having been planned here: on a day, so many minutes. `zone` is the teller's. */
export type LogMeeting = { id: string; partnership: string; day: Temporal.PlainDate; minutes: number; zone: string }

const noon = Temporal.PlainTime.from('12:00')

/** Tells of a meeting afterwards. A meeting of that day is the one that is meant, whoever of the two told of it first. */
export async function logMeeting(tx: Tx, { id, partnership, day, minutes, zone }: LogMeeting): Promise<{ partnership: string }> {
  const { pair } = await ofTwo(tx, partnership)
  const today = tx.now.toZonedDateTimeISO(zone).toPlainDate()
  if (Temporal.PlainDate.compare(day, today) > 0) refuse('meetings.notYet')
  if (Temporal.PlainDate.compare(day, today.subtract({ days: limits.backDaysMax })) < 0)
    refuse('meetings.longAgo', { days: limits.backDaysMax })
  await holdPair(tx, partnership)
  const known = await meetingOnDay(tx, partnership, day)
  const meeting = known?.id ?? id

  if (known === undefined) {
    const { organisation, programme, mentor: host, mentee: guest } = pair
    // The hour is not asked; noon stands for the day, or this moment where noon is still to come.
    const noonAt = wallOrAfter(day.toPlainDateTime(noon), zone)
    const isToCome = Temporal.Instant.compare(noonAt.at, tx.now) > 0
    const minute = tx.now.toZonedDateTimeISO(zone).round({ smallestUnit: 'minute', roundingMode: 'floor' })
    const wall = isToCome ? { local: minute.toPlainDateTime(), zone, at: minute.toInstant() } : noonAt
    const isNew = await insertMeeting(tx, { id, programme, organisation, partnership, ask: null, rhythm: null, host, guest })
    if (isNew)
      await insertTime(tx, { meeting: id, nth: 1, wall, minutes: Math.min(Math.max(minutes, limits.minutesMin), limits.minutesMax) })
  }
  await sayWhetherMet(tx, { id: tx.newId(), meeting, happened: 'met', minutes })
  return { partnership }
}
