import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import type { endings } from '#programmes/pathway'
import { pathwayOf } from '#programmes/pathway-reads'
import { endPartnership } from './end-partnership.ts'
import { endsByCoordinator, type NeutralText } from './leaving.ts'
import { coordinatesPair } from './may-answer.ts'
import { findPartnership } from './reads.ts'
import { wishRematch } from './wish-rematch.ts'
import { holdPartnership } from './writes.ts'

export type EndAsCoordinator = { partnership: string; reason: (typeof endings)[number]; text: NeutralText }

/** The coordinator ends a partnership in one of the ways of its pathway; of two coordinators the second is told how it ended. */
export async function endAsCoordinator(tx: Tx, { partnership: id, reason, text }: EndAsCoordinator): Promise<void> {
  await holdPartnership(tx, id)
  const pair = found(await findPartnership(tx, id))
  if (!coordinatesPair(tx, pair)) missing()
  if (pair.endedAt !== null) {
    if (pair.endReason === reason) return
    refuse('partnerships.endedMeanwhile')
  }
  if (!pair.isAgreed) refuse('partnerships.notAgreed')
  if (!endsByCoordinator(await pathwayOf(tx, pair.programme)).includes(reason)) refuse('partnerships.noSuchEnd')

  await endPartnership(tx, { partnership: id, reason, neutralText: text })
  if (reason === 'rematched') await wishRematch(tx, { partnership: id })
}
