import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { profilesOf } from '#people/profile-reads'
import { pathwayOf } from '#programmes/pathway-reads'
import { arrange } from './arrange.ts'
import { askedMoves, limits, stageOf } from './ask.ts'
import { findAsk, turnOf } from './reads.ts'
import { holdAsk, insertAnswer, insertEnd } from './writes.ts'

/** `at`: one of the times shown, or a day and time on the clock of who says yes. */
export type SayYes = { ask: string; at: Temporal.Instant | Temporal.PlainDateTime }

/** Somebody asked says yes to a time: the ask is answered, and both have it in their calendars. The same yes again changes nothing. */
export async function sayYes(tx: Tx, { ask: id, at }: SayYes): Promise<void> {
  assert(tx.by, 'somebody answers')
  await holdAsk(tx, id)
  const turn = found(await turnOf(tx, id, tx.by))
  const move = askedMoves[stageOf(turn.answer, turn.isOpen, turn.until, tx.now)].yes
  if (move === 'done') return
  if (move !== 'do') refuse(move)
  const { zone } = found((await profilesOf(tx, [tx.by])).get(tx.by))
  const startsAt = at instanceof Temporal.Instant ? at : onClock(at, zone)
  mustBeSoon(startsAt, tx.now)

  const ask = found(await findAsk(tx, id))
  const { minutes } = (await pathwayOf(tx, ask.programme)).meetings
  await insertAnswer(tx, { ask: id, nth: turn.nth, person: tx.by, answer: 'yes', startsAt, minutes })
  await insertEnd(tx, id, 'answered')
  await arrange(tx, { ask, host: tx.by, startsAt, minutes, zone })
  await tx.note('ask.ended', id, { organisation: ask.organisation, programme: ask.programme }, { reason: 'answered' })
}

/** A time that the clock leaves out, when summer begins, is nobody's time. */
function onClock(at: Temporal.PlainDateTime, zone: string): Temporal.Instant {
  const there = at.toZonedDateTime(zone)
  if (!there.toPlainDateTime().equals(at)) refuse('asks.timeLeftOut')
  return there.toInstant()
}

function mustBeSoon(startsAt: Temporal.Instant, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(startsAt, now) <= 0) refuse('asks.timePast')
  const latest = now.add({ hours: limits.startsWithinDaysMax * 24 })
  if (Temporal.Instant.compare(startsAt, latest) > 0) refuse('asks.timeFar', { days: limits.startsWithinDaysMax })
}
