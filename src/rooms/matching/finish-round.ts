import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { findProgramme } from '#programmes/reads'
import { enrolmentsByPerson } from './crowd.ts'
import { findAsk, findRound } from './round-reads.ts'
import { lockRounds } from './round-writes.ts'
import { keepRound } from './run-round.ts'
import type { Suggestions } from './suggest.ts'

export type FinishRound = { id: string; rulesVersion: number; result: Suggestions }

/** Keeps a round that was asked for and worked out meanwhile. Finished twice, it is the same round. */
export async function finishRound(tx: Tx, { id, rulesVersion, result }: FinishRound): Promise<{ id: string; nth: number }> {
  const { programme, choice, askedBy } = found(await findAsk(tx, id))
  mustCoordinate(tx, programme)
  const { organisation } = found(await findProgramme(tx, programme))
  await lockRounds(tx, programme)
  const same = await findRound(tx, id)
  if (same) return same

  const enrolmentOf = await enrolmentsByPerson(tx, programme)
  return keepRound(tx, { id, programme, organisation, rulesVersion, choice, by: askedBy }, result, enrolmentOf)
}
