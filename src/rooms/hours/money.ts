import { amountText } from '#ground/amount'
import { memo } from '#ground/memo'
import type { Say } from '#ground/words'
import type { Bank } from './bank.ts'

type InCurrency = Pick<Bank, 'currency' | 'minorDigits'>

/** An amount in minor units as plain text with Latin digits: 840.00 → `840`, 840.50 → `840.50`. */
export function plainMoney(amount: bigint, { minorDigits }: Pick<Bank, 'minorDigits'>): string {
  return amountText(amount, minorDigits).replace(/\.0+$/, '')
}

const formatOf = memo(
  (language: string, digits: number) => new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: 4 }),
)

/** An amount in the reader's digits, exact at any size, without its currency; its minor part where it has one. */
export function sayAmount(say: Say, amount: bigint, bank: Pick<Bank, 'minorDigits'>): string {
  const plain = plainMoney(amount, bank)
  return formatOf(say.language, plain.includes('.') ? bank.minorDigits : 0).format(plain as Intl.StringNumericLiteral)
}

/** An amount with its currency, as the reader's language puts them. */
export function sayMoney(say: Say, amount: bigint, bank: InCurrency): string {
  return say('bank.money', { amount: sayAmount(say, amount, bank), currency: bank.currency })
}

/** Minutes as hours, to the hundredth that quarters need: 22785 → 379.75. */
export function sayHours(say: Say, minutes: number | bigint): string {
  return formatOf(say.language, 0).format(hoursOf(minutes) as Intl.StringNumericLiteral)
}

/** Hours as plain text, exact to the hundredth, rounded down. */
export function hoursOf(minutes: number | bigint): string {
  const hundredths = (BigInt(minutes) * 100n) / 60n
  return amountText(hundredths, 2).replace(/\.?0+$/, '')
}
