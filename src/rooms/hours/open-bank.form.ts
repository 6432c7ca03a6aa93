import { z } from 'zod'
import { amountOf, currencies, currency, readAmount } from '#ground/amount'
import { readDate } from '#ground/calendar'
import { choice, type Form, formOf, id, line, maybeLine, type Slip, slipKey, textOf, type Values, whole } from '#ground/form'
import { limits } from './bank.ts'
import type { NewFunder, OpenBank } from './open-bank.ts'
import { usualTerms } from './terms.ts'

export const dayField = z
  .string({ error: slipKey('slip.date') })
  .transform((text) => readDate(text))
  .refine((read) => read !== null, { error: slipKey('slip.date') })
  .transform((read) => read as Temporal.PlainDate)

const tick = z
  .string()
  .optional()
  .transform((value) => value === 'yes')
const dryRules = ['stop', 'others-cover'] as const

const particulars = formOf(
  z.object({
    id,
    programme: id,
    name: line(limits.nameCharsMax),
    currency,
    step: whole(1, 60),
    least: whole(1, 240),
    hours: whole(1, limits.minutesMax / 60),
    fromDay: dayField,
    dryRule: choice(dryRules),
    budget: tick,
    clientName: maybeLine(limits.nameCharsMax),
    budgetName: maybeLine(limits.nameCharsMax),
  }),
)

/** How many funders the form has lines for, besides the client and the programme's own budget. */
export const funderRows = 4

/** The bank as it is opened: what cannot be read in any line is said at that line, and that shares do not add up once all are read. */
export const openBankForm: Form<OpenBank> = (values) => {
  const read = particulars(values)
  const slips: Slip[] = 'slips' in read ? read.slips : []
  const digits = currencies.get((textOf(values, 'currency') ?? '').trim().toUpperCase()) ?? 2
  const unit = 10n ** BigInt(digits)
  const perHour = formOf(z.object({ perHour: amountOf(digits) }))(values)
  if ('slips' in perHour) slips.push(...perHour.slips)
  const { funders, slips: wrong } = fundersIn(values)
  slips.push(...wrong)
  if (slips.length > 0 || 'slips' in read || 'slips' in perHour) return { slips }

  const { id, programme, name, currency: code, step, least, hours, fromDay, dryRule, budget, clientName, budgetName } = read.input
  const clientShare = readShare(values, 'clientShare')
  const all = [...funders, ...clientOf(clientName, code, clientShare.points), ...(budget ? [budgetOf(budgetName ?? name, code)] : [])]
  const sum = all.reduce((total, { basisPoints }) => total + basisPoints, 0)
  if (sum !== 10_000) return { slips: [{ field: 'share1', key: 'slip.bank.shares', facts: { sum: sum / 100 } }] }
  const price = { currency: code, minorDigits: digits, quantum: unit, stepMinutes: step, minutesMin: least, perHour: perHour.input.perHour }
  const terms = { ...usualTerms(unit), dryRule }
  return { input: { id, programme, name, ...price, fromDay, funders: all, tiers: [], minutes: hours * 60, terms } }
}

const clientOf = (name: string | null, reportCurrency: string, basisPoints: number): NewFunder[] =>
  basisPoints === 0 ? [] : [{ name: name ?? 'Client', kind: 'client', reportCurrency, basisPoints, coversPoints: 0 }]
const budgetOf = (name: string, reportCurrency: string): NewFunder => ({
  name,
  kind: 'budget',
  reportCurrency,
  basisPoints: 0,
  coversPoints: 0,
})

/** The lines of funders that were filled in. */
function fundersIn(values: Values): { funders: NewFunder[]; slips: Slip[] } {
  const [funders, slips]: [NewFunder[], Slip[]] = [[], []]
  for (let at = 1; at <= funderRows; at += 1) {
    const name = (textOf(values, `funder${at}`) ?? '').trim()
    const typedShare = (textOf(values, `share${at}`) ?? '').trim()
    if (name === '' && typedShare === '') continue
    if (name === '') slips.push({ field: `funder${at}`, key: 'slip.missing' })
    if (name.length > limits.nameCharsMax) slips.push({ field: `funder${at}`, key: 'slip.too-long', facts: { max: limits.nameCharsMax } })
    const share = readShare(values, `share${at}`)
    if (share.slip) slips.push(share.slip)
    else if (share.points === 0) slips.push({ field: `share${at}`, key: 'slip.bank.share-nothing' })
    const reads = (textOf(values, `reports${at}`) ?? '').trim().toUpperCase() || (textOf(values, 'currency') ?? '').trim().toUpperCase()
    if (!currencies.has(reads)) slips.push({ field: `reports${at}`, key: 'slip.currency' })
    const covers = readShare(values, `covers${at}`)
    if (covers.slip) slips.push(covers.slip)
    funders.push({ name, kind: 'cash', reportCurrency: reads, basisPoints: share.points, coversPoints: covers.points })
  }
  const client = readShare(values, 'clientShare')
  if (client.slip) slips.push(client.slip)
  return { funders, slips }
}

/** A percentage with up to two digits, as basis points: `33,33` → 3333. Nothing typed is nothing. */
export function readShare(values: Values, field: string): { points: number; slip?: Slip } {
  const typed = (textOf(values, field) ?? '').trim().replace(/[%٪]$/, '')
  if (typed === '') return { points: 0 }
  const read = readAmount(typed, 2)
  if (typeof read === 'string' || read > 10_000n) return { points: 0, slip: { field, key: 'slip.bank.share' } }
  return { points: Number(read) }
}
