import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { openTurnsOfEnrolment } from './due-reads.ts'
import { moveOn } from './move-on.ts'
import { findAsk, openAsksOfEnrolment } from './reads.ts'
import { holdAsk, insertEnd, insertTurnEnd } from './writes.ts'

/** Somebody left the programme: what they were asked goes to the next, and what they asked is over. The news is about the enrolment. */
export async function leaveAsks(tx: Tx, news: Pick<News, 'subject'>): Promise<void> {
  for (const { ask, nth } of await openTurnsOfEnrolment(tx, news.subject)) {
    await holdAsk(tx, ask)
    await insertTurnEnd(tx, ask, nth)
    await moveOn(tx, { subject: ask })
  }
  for (const id of await openAsksOfEnrolment(tx, news.subject)) await endLeft(tx, id)
}

async function endLeft(tx: Tx, id: string): Promise<void> {
  await holdAsk(tx, id)
  const ask = await findAsk(tx, id)
  if (ask === undefined || !(await insertEnd(tx, id, 'left'))) return
  if (ask.state !== 'asking') return
  await tx.note('ask.ended', id, { organisation: ask.organisation, programme: ask.programme }, { reason: 'left' })
}
