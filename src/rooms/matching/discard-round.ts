import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { findProgramme } from '#programmes/reads'
import { findRound } from './round-reads.ts'
import { insertRoundEnd } from './round-writes.ts'

export type DiscardRound = { round: string }

/** Puts a round aside; nobody was asked, and nobody will be. */
export async function discardRound(tx: Tx, { round: id }: DiscardRound): Promise<{ programme: string }> {
  const { programme, organisation, end } = found(await findRound(tx, id))
  mustCoordinate(tx, programme)
  if (end?.outcome === 'approved') refuse('matching.roundApproved')

  const by = tx.by ?? found(await findProgramme(tx, programme)).openedBy
  const isNew = await insertRoundEnd(tx, id, 'discarded', by)
  if (isNew) await tx.note('round.discarded', id, { organisation, programme })
  return { programme }
}
