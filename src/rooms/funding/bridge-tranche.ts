import { amountText } from '#ground/amount'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import type { Bank } from '#hours/bank'
import { bridge } from '#hours/bridge'
import { termsOf } from '#hours/reads'
import { moneyReversed } from '#hours/standing-reads'
import type { Terms } from '#hours/terms'
import { coordinatedBank } from './coordinated.ts'
import { type Money, mustBeOver, type Tranche } from './funding.ts'
import { type Looked, mustBeLookedOver } from './looked.ts'
import { converted, type Rate, rateText } from './rate.ts'
import { bridgedAgainst, findBridge, findTranche } from './reads.ts'
import { insertBridge } from './writes.ts'

type Counted = { rate: Rate | null; rateSource: string | null }
export type BridgeTranche = Looked<Money & Counted & { id: string; tranche: string; lentOn: Temporal.PlainDate; reference: string }>

/**
 * Lends, until a signed tranche comes, a part of it that the bank's rules allow, see 7.7.1 of the domain: refuses `funding.bridgeDays`
 * where it is due too far ahead or was due before, `funding.bridgeMuch` beyond the part, and `funding.bridgeHere` once it has come. The
 * same id twice is one bridge.
 */
export async function bridgeTranche(tx: Tx, asked: BridgeTranche): Promise<{ funder: string }> {
  const { id, amount, lentOn, reference } = asked
  const tranche = found(await findTranche(tx, asked.tranche))
  const bank = await coordinatedBank(tx, tranche.bank)
  if (asked.currency !== bank.currency) refuse('funding.currency', { currency: bank.currency })
  if (amount % bank.quantum !== 0n) refuse('funding.quantum', { currency: bank.currency })
  mustBeOver(lentOn, tx.now)
  const counted = countedIn(tranche, asked, bank)
  // The entry comes first: from there on the bank is ours, and what is lent besides stands still.
  await bridge(tx, { id, bank: bank.id, funder: tranche.funder, amount, day: lentOn, reference })
  if (!(await findBridge(tx, id))) {
    await mustAllow(tx, bank, { tranche: tranche.id, amount, lentOn, counted })
    const kept = counted === null ? { rate: null, rateSource: null } : { rate: rateText(counted), rateSource: asked.rateSource }
    await insertBridge(tx, { id, bank: bank.id, funder: tranche.funder, tranche: tranche.id, amount, ...kept, lentOn, reference })
  }
  mustBeLookedOver(asked)
  return { funder: tranche.funder }
}

/** At which rate the tranche is counted; null where it is in the bank's own currency. Refuses `funding.rate` and `funding.rateSource`. */
function countedIn({ currency }: Tranche, { rate, rateSource }: Counted, bank: Bank): Rate | null {
  if (currency === bank.currency) return rate === null ? null : refuse('funding.ownCurrency', { currency })
  if (rate === null) refuse('funding.rate', { from: currency, to: bank.currency })
  if (rateSource === null) refuse('funding.rateSource')
  return rate
}

type Allowing = { tranche: string; amount: bigint; lentOn: Temporal.PlainDate; counted: Rate | null }

async function mustAllow(tx: Tx, bank: Bank, { amount, lentOn, counted, ...asked }: Allowing): Promise<void> {
  const [terms, gone] = [await termsOf(tx, bank.id), await moneyReversed(tx, bank.id)]
  const tranche = found(await findTranche(tx, asked.tranche, gone))
  if (tranche.received >= tranche.amount) refuse('funding.bridgeHere')
  const { days } = lentOn.until(tranche.dueOn, { largestUnit: 'days' })
  if (days < 0 || days > terms.bridgeDaysMax) refuse('funding.bridgeDays', { max: terms.bridgeDaysMax, day: tranche.dueOn.toString() })
  const left = lendable(tranche, { bank, terms, counted }) - (await bridgedAgainst(tx, tranche.id, gone))
  if (amount <= left) return
  const facts = { percent: terms.bridgePercentMax, left: amountText(left < 0n ? 0n : left, bank.minorDigits), currency: bank.currency }
  refuse('funding.bridgeMuch', facts)
}

type Lending = { bank: Bank; terms: Pick<Terms, 'bridgePercentMax'>; counted: Rate | null }

/** How much the rules allow to be lent against a tranche altogether: their part of it, in whole quanta, and never more than is to come. */
export function lendable({ amount, received, minorDigits }: Tranche, { bank, terms, counted }: Lending): bigint {
  const worth = (of: bigint) => (counted === null ? of : converted(of, minorDigits, counted, { ...bank, quantum: 1n }))
  const part = (worth(amount) * BigInt(terms.bridgePercentMax)) / 100n
  const toCome = worth(amount - received)
  const most = part < toCome ? part : toCome
  return most - (most % bank.quantum)
}
