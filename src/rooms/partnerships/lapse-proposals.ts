import type { Tx } from '#ground/db'
import { endPartnership } from './end-partnership.ts'
import { bothAccepted, overdueProposals } from './reads.ts'
import { holdPartnership } from './writes.ts'

/**
 * Ends the proposals that were not answered in time. A yes given at the last moment, before its proposal is held here, counts.
 * They are held in the order of their ids, as wherever several are, so that nobody blocks anybody.
 */
export async function lapseProposals(tx: Tx): Promise<void> {
  for (const partnership of (await overdueProposals(tx)).sort()) {
    await holdPartnership(tx, partnership)
    if (!(await bothAccepted(tx, partnership))) await endPartnership(tx, { partnership, reason: 'unanswered' })
  }
}
