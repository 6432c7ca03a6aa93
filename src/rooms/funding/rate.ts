import { z } from 'zod'
import { latinDigits, slipKey } from '#ground/form'

export const rateLimits = { digitsAfterMax: 10, digitsBeforeMax: 9 } as const

/** How much of one currency is paid for one of another: `digits` ÷ 10 to the power of `scale`, exactly as it was written. */
export type Rate = { digits: bigint; scale: number }

type RateSlip = 'slip.rate.missing' | 'slip.rate.nothing' | 'slip.rate.fine' | 'slip.rate.unreadable'

/** One for one: money that came in the bank's own currency. */
export const par: Rate = { digits: 1n, scale: 0 }

/** Reads a rate in any digits, with a point or a comma before its part: `70.90`, `۷۰٫۹`. Otherwise the key of what is wrong with it. */
export function readRate(text: string): Rate | RateSlip {
  const plain = latinDigits(text.normalize('NFKC'))
    .replace(/[\s\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/[٫,]/g, '.')
  if (plain === '') return 'slip.rate.missing'
  const [, whole = '', part = ''] = /^(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  if (whole === '' || whole.replace(/^0+/, '').length > rateLimits.digitsBeforeMax) return 'slip.rate.unreadable'
  if (part.length > rateLimits.digitsAfterMax) return 'slip.rate.fine'
  const digits = BigInt(whole + part)
  return digits === 0n ? 'slip.rate.nothing' : { digits, scale: part.length }
}

/** A rate as plain text, as it was written. */
export function rateText({ digits, scale }: Rate): string {
  const text = digits.toString().padStart(scale + 1, '0')
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`
}

const failed = (slip: RateSlip) => slipKey(slip, { max: rateLimits.digitsAfterMax })

/** A field for a rate; empty is null. */
export const maybeRate = z
  .string()
  .optional()
  .transform((text, context) => {
    const read = readRate(text ?? '')
    if (typeof read !== 'string') return read
    if (read !== 'slip.rate.missing') context.addIssue({ code: 'custom', message: failed(read) })
    return read === 'slip.rate.missing' ? null : z.NEVER
  })

type In = { minorDigits: number; quantum: bigint }

/** What an amount of another currency comes to at a rate, in minor units, half up to the quantum; whole numbers all the way. */
export function converted(amount: bigint, minorDigits: number, rate: Rate, to: In): bigint {
  const over = amount * rate.digits * 10n ** BigInt(to.minorDigits)
  const under = 10n ** BigInt(minorDigits + rate.scale) * to.quantum
  return ((over * 2n + under) / (under * 2n)) * to.quantum
}
