import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { waive } from '#hours/waive'
import { coordinatedBank } from './coordinated.ts'
import { type Money, mustBeOver } from './funding.ts'
import { type Looked, mustBeLookedOver } from './looked.ts'

export type WaivePart = Looked<
  Money & {
    id: string
    bank: string
    holder: string
    funder: string
    way: 'pay' | 'take-back'
    paidOn: Temporal.PlainDate
    reference: string
  }
>

/**
 * In hardship a named source pays a client's own part, on paper; what was not used of it goes back to that source the same way, see 7.7.3
 * of the domain. Refuses what `waive` refuses. The same id twice is one.
 */
export async function waivePart(tx: Tx, asked: WaivePart): Promise<{ bank: string }> {
  const { id, holder, funder, way, amount, currency, paidOn, reference } = asked
  const bank = await coordinatedBank(tx, asked.bank)
  if (currency !== bank.currency) refuse('funding.currency', { currency: bank.currency })
  if (amount % bank.quantum !== 0n) refuse('funding.quantum', { currency })
  mustBeOver(paidOn, tx.now)

  await waive(tx, { id, bank: bank.id, holder, funder, amount: way === 'pay' ? amount : -amount, day: paidOn, reference })
  mustBeLookedOver(asked)
  return { bank: bank.id }
}
