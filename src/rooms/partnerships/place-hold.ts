import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { mayCoordinate } from '#people/may'
import { pathwayOf } from '#programmes/pathway-reads'
import { limits, sideOf } from './partnership.ts'
import { findPartnership } from './reads.ts'
import { insertHold, type NewHold } from './stage-writes.ts'
import { holdPartnership } from './writes.ts'

/**
 * A partnership rests: nobody is reminded and no clock runs, until a day or until it is lifted. Either side or the coordinator pauses;
 * a hold for somebody's safety is placed by the room of concerns, for its officers.
 */
export async function placeHold(tx: Tx, hold: NewHold): Promise<void> {
  await holdPartnership(tx, hold.partnership)
  const pair = found(await findPartnership(tx, hold.partnership))
  if (sideOf(pair, tx.scope.person) === null && !mayCoordinate(tx, pair.programme) && hold.kind !== 'safeguarding') missing()
  if (pair.endedAt !== null) refuse(pair.isAgreed ? 'partnerships.ended' : 'partnerships.over')
  if (!pair.isAgreed) refuse('partnerships.notAgreed')
  if (!(await pathwayOf(tx, pair.programme)).holds.includes(hold.kind)) refuse('partnerships.noSuchHold')
  const today = tx.now.toZonedDateTimeISO('UTC').toPlainDate()
  if (hold.until && Temporal.PlainDate.compare(hold.until, today) < 0) refuse('partnerships.holdPast')
  if (hold.until && Temporal.PlainDate.compare(hold.until, today.add({ days: limits.holdDaysMax })) > 0) {
    refuse('partnerships.holdTooLong', { days: limits.holdDaysMax })
  }

  if (!(await insertHold(tx, hold))) return
  // News is read by coordinators: a hold for somebody's safety reads as any other there too.
  const kind = hold.kind === 'safeguarding' ? 'paused' : hold.kind
  await tx.note('partnership.held', hold.partnership, { organisation: pair.organisation, programme: pair.programme }, { kind })
}
