import type { Bank } from './bank.ts'

/** An amount in minor units as plain text with Latin digits: 840.00 → `840`, 840.50 → `840.50`. */
export function plainMoney(amount: bigint, { minorDigits }: Pick<Bank, 'minorDigits'>): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(minorDigits + 1, '0')
  const [whole, part] = [digits.slice(0, digits.length - minorDigits), digits.slice(digits.length - minorDigits)]
  return `${amount < 0n ? '-' : ''}${whole}${/^0*$/.test(part) ? '' : `.${part}`}`
}
