import { amountText } from '#ground/amount'
import { memo } from '#ground/memo'
import type { Say } from '#ground/words'

const formatOf = memo((language: string) => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }))

/** Hundredths of hours in the reader's digits: 33762 → 337.62. */
export function sayHundredths(say: Say, hundredths: bigint): string {
  return formatOf(say.language).format(amountText(hundredths, 2) as Intl.StringNumericLiteral)
}
