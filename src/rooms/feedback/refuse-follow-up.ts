import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { ofTwo } from '#partnerships/of-two'
import { insertFollowUpRefusal } from './review-writes.ts'

/** Somebody does not want to be asked, after the end, how it goes: for good, without a reason. */
export async function refuseFollowUp(tx: Tx, { partnership }: { partnership: string }): Promise<{ partnership: string }> {
  await ofTwo(tx, partnership)
  assert(tx.by, 'somebody says so')
  await insertFollowUpRefusal(tx, partnership, tx.by)
  return { partnership }
}
