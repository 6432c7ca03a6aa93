import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { billableMinutes } from '#hours/bank'
import { findBank } from '#hours/reads'
import { reservationOf } from '#hours/reserve'
import { type Spent, spend } from '#hours/spend'
import type { Meeting } from './coaching.ts'
import { referenceOf } from './reserve-for.ts'
import { insertSpend } from './writes.ts'

/** Spends what was reserved for a meeting, for the minutes that count by the bank's steps; the rest goes back in the same entry. */
export async function payCoaching(tx: Tx, meeting: Meeting, actual: number, reason = ''): Promise<Spent> {
  assert(meeting.reservation && meeting.log, 'only what was reserved and logged is paid')
  const bank = found(await findBank(tx, meeting.bank))
  const held = found(await reservationOf(tx, meeting.reservation))
  const billable = meeting.grouping === null ? billableMinutes(bank, actual) : groupPart(meeting, held.minutes, actual)
  const minutes = Math.min(billable, held.minutes)
  const id = tx.newId()
  const reference = await referenceOf(tx, meeting)
  const of = { reservation: meeting.reservation, minutes, day: meeting.log.day, coach: meeting.coach, reference }
  const spent = await spend(tx, { id, ...of, ...(reason === '' ? {} : { reason }) })
  await insertSpend(tx, { entry: id, meeting: meeting.id, minutes, amount: spent.cost })
  await tx.note('coaching.paid', meeting.id, meeting, { minutes })
  return spent
}

/** Of a group meeting each business carries its part, as it was reserved for the length that was logged; of less, so much less. */
function groupPart({ log }: Meeting, held: number, actual: number): number {
  const logged = log?.minutes ?? actual
  return Math.max(1, Math.round((held * Math.min(actual, logged)) / logged))
}
