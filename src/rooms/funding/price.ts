import { minorDigitsOf } from '#ground/amount'
import { refuse } from '#ground/refusal'
import type { Bank, Funder } from '#hours/bank'
import { type Money, mustFit } from './funding.ts'
import { converted, type Rate, rateText } from './rate.ts'

export type Paid = Money & { rate: Rate | null; rateSource: string | null; reportRate: Rate | null }

export type Price = {
  ledgerAmount: bigint
  rate: string | null
  rateSource: string | null
  reportCurrency: string
  reportDigits: number
  reportAmount: bigint
  reportRate: string | null
}

type In = Pick<Bank, 'currency' | 'minorDigits' | 'quantum'>
type Reads = Pick<Funder, 'reportCurrency'>

/**
 * What money that came is in the bank's currency, and in the one that its funder reads: each converted once, by a rate that is kept.
 * Refuses what is missing for that by name: `funding.rate`, `funding.rateSource`, `funding.reportRate`; a rate where none belongs,
 * `funding.ownCurrency`; and what is less than the bank splits, `funding.quantum`.
 */
export function priceOf(paid: Paid, bank: In, { reportCurrency }: Reads): Price {
  const { rate, rateSource } = paid
  const ledgerAmount = inLedger(paid, bank)
  mustFit(paid.amount, ledgerAmount)
  const reportDigits = reportCurrency === bank.currency ? bank.minorDigits : (minorDigitsOf(reportCurrency) ?? 2)
  const kept = rate === null ? { rate: null, rateSource: null } : { rate: rateText(rate), rateSource }
  const isForeign = paid.currency !== bank.currency
  const price = { ledgerAmount, ...(isForeign ? kept : { rate: null, rateSource: null }), reportCurrency, reportDigits }
  if (reportCurrency === paid.currency) return { ...price, reportAmount: paid.amount, reportRate: null }
  if (reportCurrency === bank.currency) return { ...price, reportAmount: ledgerAmount, reportRate: null }
  const { reportRate } = paid
  if (reportRate === null) refuse('funding.reportRate', { from: paid.currency, to: reportCurrency })
  const reportAmount = converted(paid.amount, paid.minorDigits, reportRate, { minorDigits: reportDigits, quantum: 1n })
  if (reportAmount === 0n) refuse('funding.quantum', { currency: reportCurrency })
  mustFit(reportAmount)
  return { ...price, reportAmount, reportRate: rateText(reportRate) }
}

function inLedger({ amount, currency, minorDigits, rate, rateSource }: Paid, bank: In): bigint {
  if (currency === bank.currency) {
    if (rate !== null && rate.digits !== 10n ** BigInt(rate.scale)) refuse('funding.ownCurrency', { currency })
    if (amount % bank.quantum !== 0n) refuse('funding.quantum', { currency })
    return amount
  }
  if (rate === null) refuse('funding.rate', { from: currency, to: bank.currency })
  if (rateSource === null) refuse('funding.rateSource')
  const ledgerAmount = converted(amount, minorDigits, rate, bank)
  return ledgerAmount > 0n ? ledgerAmount : refuse('funding.quantum', { currency: bank.currency })
}
