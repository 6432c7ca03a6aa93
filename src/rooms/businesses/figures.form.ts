import { z } from 'zod'
import { minorDigitsOf, readAmount } from '#ground/amount'
import { choice, type Form, formOf, id, type Slip, slipKey, textOf, type Values } from '#ground/form'
import { knowns, limits, obstacleKinds } from './business.ts'
import { maybeWhole, month, tick } from './form-parts.ts'
import type { RecordFigures } from './record-figures.ts'

const counts = {
  customers: maybeWhole(0, 9_999_999),
  workers: maybeWhole(0, limits.workersMax),
  women: maybeWhole(0, limits.workersMax),
  practice: maybeWhole(0, 26),
}
const obstacle = z
  .string()
  .optional()
  .transform((kind) => obstacleKinds.find((one) => one === kind) ?? null)
const currency = z
  .string()
  .optional()
  .transform((code) => code?.trim().toUpperCase() || null)
  .refine((code) => code === null || minorDigitsOf(code) !== undefined, { error: slipKey('slip.currency') })
const rest = formOf(z.object({ id, business: id, month, currency, cashBook: tick, obstacle, known: choice(knowns), ...counts }))

/** Until the currency can be read, so that the slips of the amounts are said beside its own. */
const digitsUnknown = 2
/** Signs that show which way a text runs; people paste them with a minus. */
const unseen = /[\u200e\u200f\u061c\u2066-\u2069]/g

/** A month's figures; a loss has its minus, other money is nothing or more. */
export const figuresForm: Form<RecordFigures> = (values) => {
  const read = rest(values)
  const slips: Slip[] = 'slips' in read ? [...read.slips] : []
  const code = (textOf(values, 'currency') ?? '').trim().toUpperCase()
  const digits = minorDigitsOf(code) ?? digitsUnknown
  const money = {
    sales: moneyIn(values, 'sales', digits),
    costs: moneyIn(values, 'costs', digits),
    profit: moneyIn(values, 'profit', digits),
  }
  for (const [field, amount] of Object.entries(money)) if (typeof amount === 'string') slips.push({ field, key: amount })
  if (code === '' && Object.values(money).some((amount) => amount !== null)) slips.push({ field: 'currency', key: 'slip.currency' })
  if ('slips' in read || slips.length > 0) return { slips }
  const input = { ...read.input, ...(money as Pick<RecordFigures, keyof typeof money>) }
  const asked = contradiction(input)
  return asked ? { slips: [asked] } : { input }
}

function moneyIn(values: Values, field: string, digits: number): bigint | string | null {
  const typed = (textOf(values, field) ?? '').replace(unseen, '').trim()
  if (typed === '') return null
  const isLoss = field === 'profit' && /^[-−]/.test(typed)
  const amount = readAmount(isLoss ? typed.slice(1) : typed, digits)
  return typeof amount === 'bigint' && isLoss ? -amount : amount
}

/** "Not told" beside figures, or figures without one, say nothing of the business. */
function contradiction({ known, sales, costs, profit, customers, workers, women, practice }: RecordFigures): Slip | null {
  if (known === 'refused') return [sales, costs, profit].every((one) => one === null) ? null : { field: 'known', key: 'slip.figures.told' }
  const isEmpty = [sales, costs, profit, customers, workers, women, practice].every((one) => one === null)
  return isEmpty ? { field: 'sales', key: 'slip.figures.none' } : null
}
