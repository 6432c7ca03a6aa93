import type { Tx } from '#ground/db'
import { missing, refuse } from '#ground/refusal'
import { returnMoney } from '#hours/pay-coach'
import { accountsOf } from '#hours/reads'
import { coordinatedFunder } from './coordinated.ts'
import { type Money, mustBeOver } from './funding.ts'
import { type Looked, mustBeLookedOver } from './looked.ts'
import { insertReturn } from './writes.ts'

export type GiveBack = Looked<
  Money & { id: string; funder: string; holder: string | null; returnedOn: Temporal.PlainDate; payee: string; reference: string }
>

/** Gives unspent money back to who paid it; refuses `hours.short` where not so much is free. The same id twice is once. */
export async function giveBack(tx: Tx, asked: GiveBack): Promise<{ funder: string }> {
  const { id, holder, currency, amount, returnedOn, payee, reference } = asked
  const { bank, funder } = await coordinatedFunder(tx, asked.funder)
  if ((funder.kind === 'client') !== (holder !== null)) missing()
  if (holder !== null && !(await accountsOf(tx, bank.id, { holder })).some((account) => account.holder === holder)) missing()
  if (currency !== bank.currency) refuse('funding.currency', { currency: bank.currency })
  mustBeOver(returnedOn, tx.now)
  if (amount % bank.quantum !== 0n) refuse('funding.quantum', { currency })

  const whose = { id, bank: bank.id, funder: funder.id }
  await returnMoney(tx, { ...whose, ...(holder === null ? {} : { holder }), amount, day: returnedOn, reference })
  await insertReturn(tx, { ...whose, holder, amount, returnedOn, payee, reference })
  mustBeLookedOver(asked)
  return { funder: funder.id }
}
