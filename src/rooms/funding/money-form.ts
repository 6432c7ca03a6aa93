import { z } from 'zod'
import { amountOf, currency, minorDigitsOf } from '#ground/amount'
import { readDate } from '#ground/calendar'
import { type Form, formOf, maybeLine, slipKey, textOf, type Values } from '#ground/form'
import { limits, type Money } from './funding.ts'
import type { Looked } from './looked.ts'

const digitsUnknown = 2

function readMoney(values: Values) {
  const digits = minorDigitsOf((textOf(values, 'currency') ?? '').trim().toUpperCase()) ?? digitsUnknown
  return formOf(z.object({ currency, amount: amountOf(digits) }).transform((money): Money => ({ ...money, minorDigits: digits })))(values)
}

/** A form with an amount in a currency beside its other fields: every slip of both at once; and whether it was looked over. */
export function moneyForm<Schema extends z.ZodType<object>>(schema: Schema): Form<Looked<z.output<Schema> & Money>> {
  const rest = formOf(schema)
  return (values) => {
    if (values.look === 'change') return { slips: [] }
    const [money, others] = [readMoney(values), rest(values)]
    if ('slips' in money || 'slips' in others) {
      return { slips: [...('slips' in money ? money.slips : []), ...('slips' in others ? others.slips : [])] }
    }
    return { input: { ...others.input, ...money.input, isLookedOver: values.look === 'keep' } }
  }
}

/** A day in any way that people write it. */
export const date = z
  .string({ error: slipKey('slip.date') })
  .transform((text) => readDate(text))
  .refine((read) => read !== null, { error: slipKey('slip.date') })
  .transform((read) => read as Temporal.PlainDate)

const withoutControls = (text: string) => text.replace(/\p{Cc}+/gu, ' ')

/** A line for the journal, which holds no control characters. */
export function plainLine(charsMax: number, missingKey = 'slip.missing') {
  return maybeLine(charsMax)
    .transform((text) => (text === null ? '' : withoutControls(text).trim()))
    .refine((text) => text !== '', { error: slipKey(missingKey) })
}

/** Such a line that may be left empty; empty is null. */
export function maybePlainLine(charsMax: number) {
  return maybeLine(charsMax).transform((text) => (text === null ? null : withoutControls(text).trim() || null))
}

export const reference = plainLine(limits.referenceCharsMax, 'slip.funding.reference')
