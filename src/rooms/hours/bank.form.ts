import { z } from 'zod'
import { readAmount } from '#ground/amount'
import { choice, type Form, formOf, id, line, maybeLine, type Slip, textOf, type Values, whole } from '#ground/form'
import type { DecideAdjustment } from './adjust.ts'
import { limits } from './bank.ts'
import type { DecideShares } from './change-shares.ts'
import type { ClosePeriod } from './close-period.ts'
import { dayField, readShare } from './open-bank.form.ts'
import type { Reverse } from './reverse.ts'

export const yesNo = choice(['yes', 'no'])

/** Typed money is read in the bank's digits, which the verb knows: it comes as text, and slips there. */
const typed = line(40, 'slip.amount.missing')

export type TypedTariff = { id: string; bank: string; perHour: string; fromDay: Temporal.PlainDate }
export const changeTariffForm: Form<TypedTariff> = formOf(z.object({ id, bank: id, perHour: typed, fromDay: dayField }))

export type TypedAdjustment = { id: string; bank: string; from: string | null; to: string | null; amount: string; reason: string }
export const proposeAdjustmentForm: Form<TypedAdjustment> = formOf(
  z.object({ id, bank: id, from: maybeLine(36), to: maybeLine(36), amount: typed, reason: line(limits.reasonCharsMax) }),
)
export const decideAdjustmentForm: Form<DecideAdjustment> = (values) => {
  const read = formOf(z.object({ id, adjustment: id, agrees: yesNo }))(values)
  return 'slips' in read ? read : { input: { ...read.input, agrees: read.input.agrees === 'yes' } }
}
export const decideSharesForm: Form<DecideShares> = (values) => {
  const read = formOf(z.object({ shareSet: id, agrees: yesNo }))(values)
  return 'slips' in read ? read : { input: { ...read.input, agrees: read.input.agrees === 'yes' } }
}
export const closePeriodForm: Form<ClosePeriod> = formOf(z.object({ id, bank: id, through: dayField }))
export type TypedReverse = Omit<Reverse, 'day'>
export const reverseForm: Form<TypedReverse> = formOf(z.object({ id, entry: id, reason: line(limits.reasonCharsMax) }))

export type TypedTerms = {
  id: string
  bank: string
  numbers: Record<(typeof termNumbers)[number]['name'], number>
  dueMax: string | null
  twoPersonsOver: string
  dryRule: 'stop' | 'others-cover'
  clientMayCover: boolean
}
/** The rules that are whole numbers, and what each may be. */
export const termNumbers = [
  { name: 'noticeHours', min: 0, max: 168 },
  { name: 'noticeHoursEscorted', min: 0, max: 168 },
  { name: 'latePercent', min: 0, max: 100 },
  { name: 'standbyPercent', min: 0, max: 100 },
  { name: 'longerMinutesMax', min: 0, max: 240 },
  { name: 'bridgePercentMax', min: 0, max: 100 },
  { name: 'bridgeDaysMax', min: 0, max: 365 },
  { name: 'hoursAYearMax', min: 1, max: 500 },
  { name: 'hoursAWeekMax', min: 1, max: 40 },
  { name: 'clientsMax', min: 1, max: 50 },
  { name: 'coachHoursAWeekMax', min: 1, max: 60 },
  { name: 'coachPercentMax', min: 1, max: 100 },
  { name: 'callBackPercent', min: 0, max: 100 },
  { name: 'expiryMonths', min: 1, max: 60 },
  { name: 'confirmDays', min: 1, max: 60 },
] as const

const ticked = z
  .string()
  .optional()
  .transform((text) => text === 'yes')
const termsFields = formOf(
  z.object({
    id,
    bank: id,
    dueMax: maybeLine(40),
    twoPersonsOver: typed,
    dryRule: choice(['stop', 'others-cover']),
    clientMayCover: ticked,
  }),
)
const numbersFields = formOf(z.object(Object.fromEntries(termNumbers.map(({ name, min, max }) => [name, whole(min, max)]))))
export const changeTermsForm: Form<TypedTerms> = (values) => {
  const [read, numbers] = [termsFields(values), numbersFields(values)]
  if ('slips' in read || 'slips' in numbers)
    return { slips: [...('slips' in numbers ? numbers.slips : []), ...('slips' in read ? read.slips : [])] }
  return { input: { ...read.input, numbers: numbers.input as TypedTerms['numbers'] } }
}

/** How many steps the form for shares has, and the shares typed at each: one field for each funder. */
export const bandRows = 3
export type TypedShares = {
  id: string
  bank: string
  fromDay: Temporal.PlainDate
  bands: readonly { fromMinutes: number; shares: readonly { funder: string; basisPoints: number }[] }[]
}
const sharesHead = formOf(z.object({ id, bank: id, fromDay: dayField }))
export const proposeSharesForm: Form<TypedShares> = (values) => {
  const read = sharesHead(values)
  const slips: Slip[] = 'slips' in read ? [...read.slips] : []
  const bands = Array.from({ length: bandRows }, (_, nth) => bandIn(values, nth, slips)).filter((band) => band !== null)
  if (bands.length === 0) slips.push({ field: 'hours0', key: 'slip.missing' })
  if ('slips' in read || slips.length > 0) return { slips }
  return { input: { ...read.input, bands } }
}

function bandIn(values: Values, nth: number, slips: Slip[]) {
  const fields = Object.keys(values).filter((field) => field.startsWith(`share${nth}.`))
  const isEmpty = fields.every((field) => (textOf(values, field) ?? '').trim() === '')
  const hours = nth === 0 ? '0' : (textOf(values, `hours${nth}`) ?? '').trim()
  if (isEmpty && (nth === 0 || hours === '')) return null
  const from = readAmount(hours, 2)
  if (typeof from === 'string' || (from * 60n) % 100n !== 0n) slips.push({ field: `hours${nth}`, key: 'slip.bank.from-hours' })
  const shares = fields.flatMap((field) => {
    const { points, slip } = readShare(values, field)
    if (slip) slips.push(slip)
    return points > 0 ? [{ funder: field.slice(`share${nth}.`.length), basisPoints: points }] : []
  })
  const sum = shares.reduce((total, { basisPoints }) => total + basisPoints, 0)
  if (sum !== 10_000) slips.push({ field: fields[0] ?? `hours${nth}`, key: 'slip.bank.shares', facts: { sum: sum / 100 } })
  return { fromMinutes: typeof from === 'string' ? 0 : Number((from * 60n) / 100n), shares }
}
