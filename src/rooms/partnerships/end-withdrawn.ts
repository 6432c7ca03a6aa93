import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { endPartnership } from './end-partnership.ts'
import { liveOfEnrolment } from './reads.ts'

/** Somebody left the programme: what they were asked, and whom they were paired with, ends. The news is about the enrolment. */
export async function endWithdrawn(tx: Tx, news: Pick<News, 'subject'>): Promise<void> {
  for (const { id } of await liveOfEnrolment(tx, news.subject)) await endPartnership(tx, { partnership: id, reason: 'withdrawn' })
}
