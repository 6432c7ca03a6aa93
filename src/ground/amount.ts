import { z } from 'zod'
import { latinDigits, slipKey } from './form.ts'

const digitsMax = 15

/** Minor digits of currencies by ISO 4217, kept here since what a runtime knows of them changes with it; 2 where none is named. */
const otherDigits: Readonly<Record<string, number>> = {
  ...{ BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0 },
  ...{ BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3 },
}
const twoDigits = `
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP
  CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR
  IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN
  NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
  STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`

export const currencies: ReadonlyMap<string, number> = new Map([
  ...twoDigits
    .trim()
    .split(/\s+/)
    .map((code) => [code, 2] as const),
  ...Object.entries(otherDigits),
])

/** Minor digits of a currency, by its three letters; undefined where there is none of that name. */
export const minorDigitsOf = (currency: string) => currencies.get(currency)

/**
 * Reads an amount of money in any digits as whole minor units: `1,234.50`, `۱٬۲۳۴٫۵`, `1 234,50`. Otherwise the key of what is
 * wrong with it; one mark with three digits after it could mean two things, and is asked about.
 */
export function readAmount(text: string, minorDigits: number): bigint | string {
  const plain = latinDigits(text.normalize('NFKC'))
    .replace(/[\s'’_\u200e\u200f\u2066-\u2069]/g, '')
    .replaceAll('٬', ',')
    .replaceAll('٫', '.')
  if (plain === '') return 'slip.amount.missing'
  if (/^[-−]/.test(plain)) return 'slip.amount.negative'
  const read = partsOf(plain, minorDigits)
  if (typeof read === 'string') return read
  const part = read.part.replace(/0+$/, '')
  if (part.length > minorDigits) return 'slip.amount.too-fine'
  if (read.whole.length > digitsMax + 1) return 'slip.amount.too-large'
  return BigInt(read.whole + part.padEnd(minorDigits, '0'))
}

function partsOf(plain: string, minorDigits: number): { whole: string; part: string } | string {
  if (/^\d+$/.test(plain)) return { whole: plain, part: '' }
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) && !isEither(plain, ',', minorDigits)) return pointed(plain.replaceAll(',', ''), '.')
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) && !isEither(plain, '.', minorDigits)) return pointed(plain.replaceAll('.', ''), ',')
  if (/^\d+\.\d+$/.test(plain) && !isEither(plain, '.', minorDigits)) return pointed(plain, '.')
  if (/^\d+,\d+$/.test(plain) && !isEither(plain, ',', minorDigits)) return pointed(plain, ',')
  return /^\d+[.,]\d{3}$/.test(plain) ? 'slip.amount.either' : 'slip.amount.unreadable'
}

/** `1.200` is twelve hundred to one reader and one and a fifth to another; `1,200` is twelve hundred to all who write Latin digits. */
function isEither(plain: string, mark: string, minorDigits: number): boolean {
  const [whole = '', part = '', ...more] = plain.split(mark)
  if (more.length > 0 || part.length !== 3 || whole.length > 3 || /[.,]/.test(part)) return false
  return mark === '.' || minorDigits === 3
}

function pointed(plain: string, mark: string) {
  const [whole = '', part = ''] = plain.split(mark)
  return { whole, part }
}

/** An amount as plain text that every program reads: `1234.50`. */
export function amountText(amount: bigint, minorDigits: number): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(minorDigits + 1, '0')
  const at = digits.length - minorDigits
  return `${amount < 0n ? '-' : ''}${digits.slice(0, at)}${minorDigits === 0 ? '' : `.${digits.slice(at)}`}`
}

/** A field for an amount above nothing, in minor units. */
export function amountOf(minorDigits: number) {
  return z.string({ error: slipKey('slip.amount.missing') }).transform((text, context) => {
    const read = readAmount(text, minorDigits)
    if (typeof read === 'bigint' && read > 0n) return read
    context.addIssue({ code: 'custom', message: slipKey(typeof read === 'bigint' ? 'slip.amount.nothing' : read) })
    return z.NEVER
  })
}

/** A currency by its three letters, in any case. */
export const currency = z
  .string({ error: slipKey('slip.currency') })
  .transform((text) => text.trim().toUpperCase())
  .refine((code) => currencies.has(code), { error: slipKey('slip.currency') })
