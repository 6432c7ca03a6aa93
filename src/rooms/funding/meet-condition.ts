import type { Tx } from '#ground/db'
import { found, missing } from '#ground/refusal'
import { coordinatedBank } from './coordinated.ts'
import { mustBeOver } from './funding.ts'
import { findTranche } from './reads.ts'
import { insertConditionMet } from './writes.ts'

export type MeetCondition = { tranche: string; metOn: Temporal.PlainDate; words: string | null }

/** Says that what a tranche waited for is so, and since which day. The first word stands; twice is once. */
export async function meetCondition(tx: Tx, { tranche: id, metOn, words }: MeetCondition): Promise<{ funder: string }> {
  const tranche = found(await findTranche(tx, id))
  const bank = await coordinatedBank(tx, tranche.bank)
  if (tranche.condition === null) missing()
  mustBeOver(metOn, tx.now)

  const isNew = await insertConditionMet(tx, { tranche: id, metOn, words })
  if (isNew) await tx.note('tranche.condition-met', id, bank)
  return { funder: tranche.funder }
}
