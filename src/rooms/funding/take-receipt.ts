import type { Tx } from '#ground/db'
import { missing, refuse } from '#ground/refusal'
import { deposit } from '#hours/deposit'
import { coordinatedFunder, mustNotBeClients } from './coordinated.ts'
import { mustBeOver } from './funding.ts'
import { type Looked, mustBeLookedOver } from './looked.ts'
import { type Paid, priceOf } from './price.ts'
import { findTranche } from './reads.ts'
import { mustHaveRoom } from './room-left.ts'
import { insertReceipt } from './writes.ts'

export type TakeReceipt = Looked<
  Paid & { id: string; funder: string; tranche: string | null; valueDate: Temporal.PlainDate; payer: string; reference: string }
>

/**
 * Takes in money that a funder paid: at the rate of its day, once and for all, into the funder's cash; only now can it be reserved. Of a
 * day that is closed it is entered on the next open one, with a reference. The same id twice is one receipt.
 */
export async function takeReceipt(tx: Tx, asked: TakeReceipt): Promise<{ receipt: string; funder: string }> {
  const { id, currency, minorDigits, amount, valueDate, payer, reference, tranche } = asked
  const { bank, funder } = await coordinatedFunder(tx, asked.funder)
  mustNotBeClients(funder)
  if (tranche !== null) await mustBeOf(tx, tranche, { funder: funder.id, currency })
  mustBeOver(valueDate, tx.now)
  const price = priceOf(asked, bank, funder)
  await mustHaveRoom(tx, bank.id, price.ledgerAmount)

  await deposit(tx, {
    ...{
      id,
      bank: bank.id,
      funder: funder.id,
      amount: price.ledgerAmount,
      day: valueDate,
      reference,
      reason: rateIn(asked, price.rate, bank.currency),
    },
    paid: { currency, amount },
  })
  const paid = { currency, minorDigits, amount, ...price }
  await insertReceipt(tx, { id, bank: bank.id, funder: funder.id, holder: null, tranche, ...paid, valueDate, payer, reference })
  mustBeLookedOver(asked)
  return { receipt: id, funder: funder.id }
}

/** The journal alone tells, too, what was paid at which rate. */
function rateIn({ currency, rateSource }: TakeReceipt, rate: string | null, ledger: string): string {
  return rate === null ? '' : `1 ${currency} = ${rate} ${ledger} (${rateSource})`
}

async function mustBeOf(tx: Tx, id: string, of: { funder: string; currency: string }): Promise<void> {
  const tranche = await findTranche(tx, id)
  if (tranche?.funder !== of.funder) missing()
  if (tranche.currency !== of.currency) refuse('funding.trancheCurrency', { currency: tranche.currency })
}
