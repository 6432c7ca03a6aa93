import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { deposit } from '#hours/deposit'
import { accountsOf, fundersOf } from '#hours/reads'
import { coordinatedBank } from './coordinated.ts'
import { type Money, mustBeOver } from './funding.ts'
import { type Looked, mustBeLookedOver } from './looked.ts'
import { priceOf } from './price.ts'
import { findReceipt } from './reads.ts'
import { mustHaveRoom } from './room-left.ts'
import { insertReceipt } from './writes.ts'

export type TakePayment = Looked<
  Money & { id: string; bank: string; holder: string; valueDate: Temporal.PlainDate; payer: string; reference: string | null }
>

/**
 * Takes a step of a client's own part, in the bank's currency, for the holder whose hours it pays; and gives it a receipt with the next
 * number of the bank. The same id twice is one payment.
 */
export async function takePayment(tx: Tx, asked: TakePayment): Promise<{ receipt: string; number: number }> {
  const { id, holder, currency, minorDigits, amount, valueDate, payer, reference } = asked
  const bank = await coordinatedBank(tx, asked.bank)
  const clients = (await fundersOf(tx, bank.id)).find(({ kind }) => kind === 'client') ?? refuse('funding.noClients')
  const isHolder = (await accountsOf(tx, bank.id, { holder })).some((account) => account.holder === holder)
  if (!isHolder) missing()
  if (currency !== bank.currency) refuse('funding.currency', { currency: bank.currency })
  mustBeOver(valueDate, tx.now)
  const price = priceOf({ amount, currency, minorDigits, rate: null, rateSource: null, reportRate: null }, bank, {
    reportCurrency: bank.currency,
  })
  await mustHaveRoom(tx, bank.id, amount)

  const place = { id, bank: bank.id, funder: clients.id, holder }
  await deposit(tx, { ...place, amount, day: valueDate, reference: reference ?? '' })
  await insertReceipt(tx, { ...place, tranche: null, currency, minorDigits, amount, ...price, valueDate, payer, reference })
  mustBeLookedOver(asked)
  const { number } = found(await findReceipt(tx, id))
  return { receipt: id, number }
}
