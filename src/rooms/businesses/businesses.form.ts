import { z } from 'zod'
import { readAmount } from '#ground/amount'
import { readDate } from '#ground/calendar'
import { choice, type Form, formOf, id, line, maybeLine, type Slip, slipKey, textOf, textsOf, type Values, whole } from '#ground/form'
import { decisions, knowns, limits, obstacleKinds, obstacleStates, type Particulars, packages, sections } from './business.ts'
import type { DecideBusiness, TellLikeness } from './decide-business.ts'
import type { MarkObstacle, RaiseObstacle } from './raise-obstacle.ts'
import type { RecordFigures } from './record-figures.ts'

const tick = z
  .string()
  .optional()
  .transform((value) => value === 'yes')
const month = z
  .string({ error: slipKey('slip.date') })
  .transform((text) => readDate(text))
  .refine((read) => read !== null, { error: slipKey('slip.date') })
  .transform((read) => (read as Temporal.PlainDate).with({ day: 1 }))
const maybeMonth = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined)
  .pipe(month.optional())
  .transform((read) => read ?? null)

const particulars = formOf(
  z.object({
    name: line(limits.nameCharsMax),
    section: z.string({ error: slipKey('slip.choose') }).refine((letter) => sections.includes(letter), { error: slipKey('slip.choose') }),
    sector: maybeLine(limits.nameCharsMax).transform((text) => text ?? ''),
    place: maybeLine(limits.nameCharsMax).transform((text) => text ?? ''),
    startedOn: maybeMonth,
    licence: maybeLine(limits.licenceCharsMax),
    phone: maybeLine(limits.phoneCharsMax),
    workers: whole(0, limits.workersMax),
    otherSupport: tick,
    tied: tick,
  }),
)

/** What is known of a business; an owner is a name and, where they are somebody of the house, their code, which the verb looks up. */
export type TypedOwner = { name: string; code: string | null; adult: boolean }
export type TypedParticulars = Omit<Particulars, 'owners'> & { owners: readonly TypedOwner[] }
export type TypedBusiness = TypedParticulars & { id: string; programme: string; code: string | null }
export type TypedChange = TypedParticulars & { business: string; version: number }

function readParticulars(values: Values): { input: TypedParticulars } | { slips: Slip[] } {
  const read = particulars(values)
  const slips: Slip[] = 'slips' in read ? [...read.slips] : []
  const owners = Array.from({ length: limits.ownersMax }, (_, at) => ownerIn(values, at + 1)).filter(
    ({ name, code }) => name !== '' || code !== null,
  )
  if (owners.length === 0) slips.push({ field: 'owner1', key: 'slip.business.owner' })
  if (owners.some(({ name }) => name.length > limits.nameCharsMax))
    slips.push({ field: 'owner1', key: 'slip.too-long', facts: { max: limits.nameCharsMax } })
  const year = (textOf(values, 'trainedIn') ?? '').trim()
  const readYear = year === '' ? null : whole(1990, 2200).safeParse(year)
  if (readYear?.success === false) slips.push({ field: 'trainedIn', key: 'slip.whole', facts: { min: 1990, max: 2200 } })
  if ('slips' in read || slips.length > 0) return { slips }
  const had = textsOf(values, 'trainings')
  const trainings = packages.filter((one) => had.includes(one)).map((one) => ({ package: one, year: readYear?.data ?? null }))
  return { input: { ...read.input, owners, trainings } }
}

function ownerIn(values: Values, nth: number): TypedOwner {
  const text = (field: string) => (textOf(values, `${field}${nth}`) ?? '').normalize('NFC').trim()
  return { name: text('owner'), code: text('ownerCode') || null, adult: textOf(values, `adult${nth}`) === 'yes' }
}

export const registerForm: Form<TypedBusiness> = (values) => {
  const head = formOf(z.object({ id, programme: id, code: maybeLine(limits.codeCharsMax) }))(values)
  const read = readParticulars(values)
  if ('slips' in head || 'slips' in read) return { slips: [...('slips' in head ? head.slips : []), ...('slips' in read ? read.slips : [])] }
  return { input: { ...head.input, ...read.input } }
}

export const changeForm: Form<TypedChange> = (values) => {
  const head = formOf(z.object({ business: id, version: whole(1, 9_999) }))(values)
  const read = readParticulars(values)
  if ('slips' in head || 'slips' in read) return { slips: [...('slips' in head ? head.slips : []), ...('slips' in read ? read.slips : [])] }
  return { input: { ...head.input, ...read.input } }
}

export const decideForm: Form<DecideBusiness> = formOf(
  z.object({ id, business: id, decision: choice(decisions), reason: maybeLine(limits.reasonCharsMax).transform((text) => text ?? '') }),
)
export const likenessForm: Form<TellLikeness> = (values) => {
  const read = formOf(z.object({ id, business: id, other: id, same: choice(['yes', 'no']) }))(values)
  return 'slips' in read ? read : { input: { ...read.input, same: read.input.same === 'yes' } }
}
export const raiseForm: Form<RaiseObstacle> = formOf(z.object({ id, business: id, kind: choice(obstacleKinds) }))
export const markForm: Form<MarkObstacle> = formOf(z.object({ obstacle: id, state: choice(obstacleStates) }))

const maybeWhole = (max: number) =>
  z
    .string()
    .optional()
    .transform((text) => text?.trim() || undefined)
    .pipe(whole(0, max).optional())
    .transform((read) => read ?? null)
const figures = formOf(
  z.object({
    ...{ id, business: id, month, cashBook: tick, known: choice(knowns) },
    ...{
      customers: maybeWhole(9_999_999),
      workers: maybeWhole(limits.workersMax),
      women: maybeWhole(limits.workersMax),
      practice: maybeWhole(26),
    },
  }),
)
/** Money is in the afghani's way, two digits; a loss has its minus, the others are nothing or more. */
const moneyDigits = 2
export const figuresForm: Form<RecordFigures> = (values) => {
  const read = figures(values)
  const slips: Slip[] = 'slips' in read ? [...read.slips] : []
  const money = (field: 'sales' | 'costs' | 'profit') => {
    const typed = (textOf(values, field) ?? '').trim()
    if (typed === '') return null
    const isLoss = field === 'profit' && /^[-−]/.test(typed)
    const amount = readAmount(isLoss ? typed.slice(1) : typed, moneyDigits)
    if (typeof amount === 'bigint') return isLoss ? -amount : amount
    slips.push({ field, key: amount })
    return null
  }
  const [sales, costs, profit] = [money('sales'), money('costs'), money('profit')]
  return 'slips' in read || slips.length > 0 ? { slips } : { input: { ...read.input, sales, costs, profit } }
}
