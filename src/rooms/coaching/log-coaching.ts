import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { missing, refuse } from '#ground/refusal'
import { billableMinutes } from '#hours/bank'
import { findBank, termsOf } from '#hours/reads'
import { release } from '#hours/release'
import { reservationOf } from '#hours/reserve'
import { isOpen, type Log, limits, type Meeting, stateOf } from './coaching.ts'
import { heldMeeting } from './held-meeting.ts'
import { mostOf } from './longer-reads.ts'
import { nextStepOf } from './next-step.ts'
import { reserveFor } from './reserve-for.ts'
import { insertLog } from './writes.ts'

export type LogCoaching = Pick<Log, 'id' | 'day' | 'minutes' | 'mode' | 'place' | 'topics' | 'present' | 'outage'> & {
  meeting: string
  /** The zone of the clock on which the day was said. */
  zone: string
  nextStep: string | null
}

/**
 * The coach says what was held. Minutes beyond the booking are reserved now, or refused now, up to what the bank allows. A later log
 * takes the place of one that the client has not answered; the same again is one.
 */
export async function logCoaching(tx: Tx, asked: LogCoaching): Promise<{ meeting: string }> {
  const { meeting, standing } = await heldMeeting(tx, asked.meeting)
  if (!(standing.coaches || tx.scope.door === 'house')) refuse('coaching.coachLogs')
  if (meeting.grouping !== null) refuse('coaching.group')
  if (meeting.log?.id === asked.id || (await isSame(tx, meeting, asked))) return { meeting: meeting.id }
  mustBeLoggable(tx, meeting)
  mustBeDay(tx, meeting, asked)
  await mustBeReserved(tx, meeting, asked)

  const version = (meeting.log?.version ?? 0) + 1
  const { id, day, minutes, mode, place, topics, present, outage } = asked
  const sealed = await sealedStep(tx, meeting, asked, version)
  const log = { id, meeting: meeting.id, version, day, minutes, mode, place, topics, present, outage, sealed }
  if (await insertLog(tx, log)) await tx.note('coaching.logged', meeting.id, meeting, { minutes, version })
  return { meeting: meeting.id }
}

function mustBeLoggable(tx: Tx, meeting: Meeting): void {
  const state = stateOf(meeting, tx.now)
  if (state === 'awaitingFunds' || state === 'proposed') refuse('coaching.waits')
  if (!(isOpen(state) || state === 'recorded')) refuse('coaching.over')
}

/** Not in the future on the coach's own clock, and neither before the meeting was booked nor before its day. */
export function mustBeDay(tx: Tx, meeting: Pick<Meeting, 'at' | 'day'>, { day, zone }: { day: Temporal.PlainDate; zone: string }): void {
  const today = tx.now.toZonedDateTimeISO(zone).toPlainDate()
  if (Temporal.PlainDate.compare(day, today) > 0) refuse('coaching.future', { today: today.toString() })
  const bookedOn = meeting.at.toZonedDateTimeISO(zone).toPlainDate()
  const first = Temporal.PlainDate.compare(bookedOn, meeting.day) < 0 ? bookedOn : meeting.day
  if (Temporal.PlainDate.compare(day, first) < 0) refuse('coaching.beforeBooking', { first: first.toString() })
}

/** What it took beyond what is reserved is reserved anew, so that confirming it can never fail for want of money. */
async function mustBeReserved(tx: Tx, meeting: Meeting, { minutes }: LogCoaching): Promise<void> {
  const bank = (await findBank(tx, meeting.bank)) ?? missing()
  const held = (await reservationOf(tx, meeting.reservation ?? '')) ?? missing()
  const billable = billableMinutes(bank, minutes)
  if (billable <= held.minutes) return
  const max = await mostOf(tx, meeting, await termsOf(tx, bank.id))
  if (billable > max) refuse('coaching.tooLong', { max, planned: meeting.minutes })
  const day = tx.now.toZonedDateTimeISO('UTC').toPlainDate()
  await release(tx, { id: tx.newId(), reservation: held.id, day, reason: '' })
  await reserveFor(tx, { ...meeting, minutes: billable })
}

/** What comes next, sealed for the two; null where nothing was written. */
export async function sealedStep(
  tx: Tx,
  meeting: Pick<Meeting, 'partnership'>,
  { id, nextStep }: { id: string; nextStep: string | null },
  version: number,
): Promise<Uint8Array | null> {
  if (nextStep === null || tx.by === null) return null
  const keys = await keysFor(tx, { kind: 'partnership', id: meeting.partnership })
  return keys.seal({ kind: 'coaching-log', item: id, author: tx.by, version }, { nextStep: nextStep.slice(0, limits.stepCharsMax) })
}

async function isSame(tx: Tx, meeting: Meeting, asked: LogCoaching): Promise<boolean> {
  const { log } = meeting
  if (log === null) return false
  const told = (of: Omit<LogCoaching, 'id' | 'meeting' | 'zone' | 'nextStep'>) =>
    [of.day.toString(), of.minutes, of.mode, of.place, of.topics.join(), of.present.join(), of.outage].join('|')
  return told(log) === told(asked) && (await nextStepOf(tx, meeting)) === asked.nextStep
}
