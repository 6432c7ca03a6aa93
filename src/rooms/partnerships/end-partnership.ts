import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { pathwayOf } from '#programmes/pathway-reads'
import { type Deed, type EndReason, moves, proposalEnds, stageFor } from './partnership.ts'
import { findPartnership } from './reads.ts'
import { holdPartnership, insertEnd } from './writes.ts'

/** An end that nobody's no brought about. `neutralText`: which of three texts who did not bring it about reads. */
export type Ending = { partnership: string; reason: Exclude<EndReason, 'declined'>; neutralText?: 1 | 2 | 3 }

const deedsOfProposals: Partial<Record<EndReason, Deed>> = { unanswered: 'lapse', withdrawn: 'withdraw', 'no-place': 'losePlace' }

/** Ends a proposal, or a partnership in one of the ways that its pathway lists. What is over stays as it ended. */
export async function endPartnership(tx: Tx, { partnership: id, reason, neutralText = 1 }: Ending): Promise<void> {
  await holdPartnership(tx, id)
  const pair = found(await findPartnership(tx, id))
  const move = moves[stageFor(null, null, pair.isAgreed, pair.endedAt !== null)][deedsOfProposals[reason] ?? 'part']
  if (move === 'done') return
  if (move !== 'do') refuse(move)
  const listed: readonly string[] = [...proposalEnds, 'withdrawn', ...(await pathwayOf(tx, pair.programme)).ends]
  if (!listed.includes(reason)) refuse('partnerships.noSuchEnd')

  await insertEnd(tx, id, reason, neutralText)
  await tx.note('partnership.ended', id, { organisation: pair.organisation, programme: pair.programme }, { reason })
}
