import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { unanswered } from './reads.ts'
import { tellOfficers } from './tell-officers.ts'

/** Who becomes an officer is told of what waits for an answer; the other officers have been told before. */
export async function tellNewOfficer(tx: Tx, { organisation, facts }: Pick<News, 'organisation' | 'facts'>): Promise<void> {
  if (facts.role !== 'safeguarding' || organisation === null) return
  for (const concern of await unanswered(tx, organisation)) await tellOfficers(tx, { subject: concern })
}
