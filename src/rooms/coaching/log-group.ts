import { businessesById } from '#businesses/reads'
import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { billableMinutes } from '#hours/bank'
import { findBank, tariffOn, termsOf } from '#hours/reads'
import { release } from '#hours/release'
import { byCode } from './coach-of.ts'
import { isOpen, type Meeting, payableMax, stateOf } from './coaching.ts'
import { end } from './end-coaching.ts'
import { partsOf } from './group-part.ts'
import { heldMeeting } from './held-meeting.ts'
import { type LogCoaching, mustBeDay, sealedStep } from './log-coaching.ts'
import { coachingOfGroup } from './reads.ts'
import { reserveFor } from './reserve-for.ts'
import { insertLog } from './writes.ts'

export type LogGroup = Omit<LogCoaching, 'meeting'> & {
  grouping: string
  /** The businesses that came. */
  attended: readonly string[]
}

/**
 * The coach says who came and how long it took: what it cost is split anew over those who came, each has all its minutes in its record,
 * and each confirms for itself. Who did not come is absent. The same log twice is one.
 */
export async function logGroup(tx: Tx, asked: LogGroup): Promise<{ grouping: string }> {
  const meetings = await heldGroup(tx, asked.grouping)
  if (meetings.some(({ log }) => log !== null)) {
    return meetings.some(({ log }) => log?.id === asked.id) ? { grouping: asked.grouping } : refuse('coaching.over')
  }
  const came = meetings.filter(({ business }) => asked.attended.includes(business))
  const [first] = came
  if (first === undefined) refuse('coaching.nobodyCame')
  mustBeDay(tx, first, asked)
  const bank = found(await findBank(tx, first.bank))
  const billable = billableMinutes(bank, asked.minutes)
  const planned = first.groupMinutes ?? billable
  const max = payableMax(planned, await termsOf(tx, bank.id))
  if (billable > max) refuse('coaching.tooLong', { max, planned })

  const { perHour } = found(await tariffOn(tx, bank.id, first.day))
  for (const meeting of came) await giveBack(tx, meeting)
  const parts = partsOf(bank, perHour, billable, came.length)
  for (const [at, meeting] of came.entries()) {
    const part = parts[at] ?? missing()
    await reserveFor(tx, { ...meeting, minutes: part.minutes, perHour: part.perHour })
    await log(tx, meeting, at === 0 ? asked.id : tx.newId(), asked)
  }
  for (const meeting of meetings) if (!came.includes(meeting)) await end(tx, meeting, 'noShowClient', { reason: '', withoutStandby: true })
  return { grouping: asked.grouping }
}

/** Every meeting of a group, held, in the order of the businesses' codes; the coach's own alone. */
async function heldGroup(tx: Tx, grouping: string): Promise<Meeting[]> {
  const ids = (await coachingOfGroup(tx, grouping)).map(({ id }) => id)
  const meetings: Meeting[] = []
  for (const id of ids) {
    const { meeting, standing } = await heldMeeting(tx, id)
    if (!standing.coaches) standing.keeps ? refuse('coaching.coachLogs') : missing()
    if (meeting.log === null && !isOpen(stateOf(meeting, tx.now))) continue
    meetings.push(meeting)
  }
  if (meetings.length === 0) missing()
  const codes = await businessesById(
    tx,
    meetings.map(({ business }) => business),
  )
  return meetings.sort((one, other) => byCode(codes.get(one.business), codes.get(other.business)))
}

async function giveBack(tx: Tx, { reservation }: Meeting): Promise<void> {
  const day = tx.now.toZonedDateTimeISO('UTC').toPlainDate()
  if (reservation) await release(tx, { id: tx.newId(), reservation, day, reason: '' })
}

async function log(tx: Tx, meeting: Meeting, id: string, asked: LogGroup): Promise<void> {
  const { day, minutes, mode, place, topics, present, outage, nextStep } = asked
  const sealed = await sealedStep(tx, meeting, { id, nextStep }, 1)
  await insertLog(tx, { id, meeting: meeting.id, version: 1, day, minutes, mode, place, topics, present, outage, sealed })
  await tx.note('coaching.logged', meeting.id, meeting, { minutes, version: 1 })
}
