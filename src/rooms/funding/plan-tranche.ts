import { amountText } from '#ground/amount'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { openBooks } from '#hours/books'
import { coordinatedBank } from './coordinated.ts'
import { limits, type Money } from './funding.ts'
import { type Looked, mustBeLookedOver } from './looked.ts'
import { findCommitment, tranchesOf } from './reads.ts'
import { insertTranche } from './writes.ts'

export type PlanTranche = Looked<Money & { id: string; commitment: string; dueOn: Temporal.PlainDate; condition: string | null }>

/**
 * Plans an instalment of what was signed, in the same currency; all of them together are at most what was signed, else
 * `funding.overCommitted`. Twice is once.
 */
export async function planTranche(tx: Tx, asked: PlanTranche): Promise<{ funder: string }> {
  const { id, amount, currency, dueOn, condition } = asked
  const commitment = found(await findCommitment(tx, asked.commitment))
  const bank = await coordinatedBank(tx, commitment.bank)
  await openBooks(tx, bank.id)
  if (currency !== commitment.currency) refuse('funding.currency', { currency: commitment.currency })
  const planned = await tranchesOf(tx, { bank: bank.id, commitments: [commitment.id] }, [])
  const before = planned.find((tranche) => tranche.id === id)
  if (before) return before.amount === amount ? { funder: commitment.funder } : refuse('funding.another')
  if (planned.length >= limits.tranchesMax) refuse('funding.tranchesFull', { max: limits.tranchesMax })
  const left = commitment.amount - planned.reduce((sum, tranche) => sum + tranche.amount, 0n)
  if (amount > left) refuse('funding.overCommitted', { left: amountText(left, commitment.minorDigits), currency })

  const isNew = await insertTranche(tx, {
    ...{ id, bank: bank.id, commitment: commitment.id, position: planned.length + 1, amount, dueOn, condition },
  })
  if (isNew) await tx.note('tranche.planned', id, bank)
  mustBeLookedOver(asked)
  return { funder: commitment.funder }
}
