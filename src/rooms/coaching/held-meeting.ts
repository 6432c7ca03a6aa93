import type { Tx } from '#ground/db'
import { found, missing } from '#ground/refusal'
import type { Meeting } from './coaching.ts'
import { findCoaching } from './reads.ts'
import { type MeetingStanding, standingAt } from './standing.ts'
import { holdCoaching } from './writes.ts'

/** A meeting that nobody else changes until the transaction ends, and how who asks stands to it; to anybody else it is not there. */
export async function heldMeeting(tx: Tx, id: string): Promise<{ meeting: Meeting; standing: MeetingStanding }> {
  found(await findCoaching(tx, id))
  if (!(await holdCoaching(tx, id))) missing()
  const meeting = found(await findCoaching(tx, id))
  return { meeting, standing: await standingAt(tx, meeting) }
}
