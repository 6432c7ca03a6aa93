import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { billableMinutes } from '#hours/bank'
import { today } from '#hours/books'
import { findBank, termsOf } from '#hours/reads'
import { release } from '#hours/release'
import { reservationOf } from '#hours/reserve'
import { reverse } from '#hours/reverse'
import { heldMeeting } from './held-meeting.ts'
import { mostOf } from './longer-reads.ts'
import { payCoaching } from './pay-coaching.ts'
import { findCoaching } from './reads.ts'
import { reserveFor } from './reserve-for.ts'
import { insertAmendment } from './writes.ts'

export type AmendCoaching = { id: string; meeting: string; minutes: number; reason: string }

/**
 * A coordinator corrects what was confirmed, with a reason: the entry is reversed by its own lines, and the right minutes are spent anew;
 * for none, all goes back. What was entered stays. The same id twice is one.
 */
export async function amendCoaching(tx: Tx, { id, meeting: which, minutes, reason }: AmendCoaching): Promise<{ meeting: string }> {
  const { meeting, standing } = await heldMeeting(tx, which)
  if (standing.coaches) refuse('coaching.ownClient')
  if (!standing.judges || tx.by === null) missing()
  const wasAmended = meeting.amendment?.minutes === minutes && meeting.amendment.reason === reason
  if (wasAmended) return { meeting: meeting.id }
  if (!meeting.spend || !meeting.reservation || meeting.amendment?.minutes === 0) refuse('coaching.notPaid')
  const bank = found(await findBank(tx, meeting.bank))
  const max = meeting.groupMinutes ?? (await mostOf(tx, meeting, await termsOf(tx, bank.id)))
  const billable = billableMinutes(bank, minutes)
  if (billable > max) refuse('coaching.tooLong', { max, planned: meeting.minutes })

  await reverse(tx, { id, entry: meeting.spend.entry, day: today(tx), reason })
  await insertAmendment(tx, { id, meeting: meeting.id, minutes, reason, by: tx.by })
  const held = found(await reservationOf(tx, meeting.reservation))
  const isLonger = meeting.grouping === null && billable > held.minutes
  if (minutes === 0 || isLonger) await release(tx, { id: tx.newId(), reservation: held.id, day: today(tx), reason })
  if (isLonger) await reserveFor(tx, { ...meeting, minutes: billable })
  if (minutes > 0) await payCoaching(tx, found(await findCoaching(tx, meeting.id)), minutes, reason)
  await tx.note('coaching.amended', meeting.id, meeting, { minutes })
  return { meeting: meeting.id }
}
