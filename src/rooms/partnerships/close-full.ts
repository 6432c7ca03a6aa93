import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { findEnrolment } from '#programmes/reads'
import { endPartnership } from './end-partnership.ts'
import { bothAccepted, findPartnership, liveOfEnrolment, placesAccepted } from './reads.ts'
import { holdPartnership } from './writes.ts'

/** Somebody said yes: where that took the last place of either, their other proposals end, which they could not accept any more. */
export async function closeFull(tx: Tx, news: Pick<News, 'subject'>): Promise<void> {
  const pair = await findPartnership(tx, news.subject)
  if (pair === undefined) return
  for (const subject of [pair.mentorEnrolment, pair.menteeEnrolment]) await closeFullEnrolment(tx, { subject })
}

/** The same when somebody gave up places; the news is about the enrolment. */
export async function closeFullEnrolment(tx: Tx, news: Pick<News, 'subject'>): Promise<void> {
  const enrolment = await findEnrolment(tx, news.subject)
  if (enrolment === undefined) return
  const { id: enrolled, side, capacity } = enrolment
  if ((await placesAccepted(tx, enrolled, side)) < capacity) return
  for (const { id, answers } of await liveOfEnrolment(tx, enrolled)) {
    if (answers[side] !== null) continue
    await holdPartnership(tx, id)
    if (!(await bothAccepted(tx, id))) await endPartnership(tx, { partnership: id, reason: 'no-place' })
  }
}
