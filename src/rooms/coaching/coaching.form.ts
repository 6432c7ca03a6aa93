import { z } from 'zod'
import { readDate } from '#ground/calendar'
import { choice, type Form, formOf, id, isId, latinDigits, line, maybeLine, slipKey, textOf, ticks, type Values } from '#ground/form'
import { readWall } from '#meetings/wall-time'
import { topics as allTopics } from '#people/topics'
import type { AgreeLonger } from './agree-longer.ts'
import type { AllotHours } from './allot-hours.ts'
import type { AmendCoaching } from './amend-coaching.ts'
import type { BookCoaching } from './book-coaching.ts'
import type { Booking } from './book-or-wait.ts'
import { limits, modes, places, presents, type Said, saids } from './coaching.ts'
import type { ConfirmByLink } from './confirm-by-link.ts'
import type { ConfirmCoaching } from './confirm-coaching.ts'
import type { DecideLength } from './decide-length.ts'
import type { EndCoaching } from './end-coaching.ts'
import type { ExcuseMeetings } from './excuse-meetings.ts'
import type { LogInField } from './log-in-field.ts'
import type { RecordCall, RecordConfirmation } from './record-confirmation.ts'
import { readCode } from './strip.ts'

/** Whole minutes in any digits. What was meant as hours is told apart from what cannot be read: "1,5" → write 90 minutes as 90. */
export const minutesField = (least: number, most: number = limits.minutesMax) =>
  z
    .string({ error: slipKey('slip.whole', { min: least, max: most }) })
    .transform((text) => latinDigits(text.trim()))
    .refine((text) => !/^[0-9]{1,2}[.,٫:][0-9]{1,2}$/.test(text), { error: slipKey('slip.coaching.minutes') })
    .refine((text) => /^[0-9]{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: slipKey('slip.whole', { min: least, max: most }),
    })
    .transform(Number)

const day = z
  .string({ error: slipKey('slip.date') })
  .transform((text) => readDate(text))
  .refine((read) => read !== null, { error: slipKey('slip.date') })
  .transform((read) => read as Temporal.PlainDate)

function readClock(text: string): Temporal.PlainTime | null {
  const read = /^(\d{1,2})(?:[:.٫](\d{2}))?$/.exec(latinDigits(text.trim()))
  const [hour, minute] = [Number(read?.[1]), Number(read?.[2] ?? 0)]
  return read && hour < 24 && minute < 60 ? Temporal.PlainTime.from({ hour, minute }) : null
}
const clock = z
  .string({ error: slipKey('slip.meetings.clock') })
  .transform(readClock)
  .refine((read) => read !== null, { error: slipKey('slip.meetings.clock') })
  .transform((read) => read as Temporal.PlainTime)
const zone = z
  .string({ error: slipKey('slip.stale') })
  .max(60, slipKey('slip.stale'))
  .refine(isKnownZone, { error: slipKey('slip.meetings.zone') })

function isKnownZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return !/^[+-]/.test(name)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
const tick = z
  .string()
  .optional()
  .transform((text) => text === 'yes')
const mode = choice(modes)
const place = choice(places)
const said = choice(saids)
const reason = line(limits.reasonCharsMax)
const maybeReason = maybeLine(limits.reasonCharsMax).transform((text) => text ?? '')

const when = { id, day, clock, zone, minutes: minutesField(1), mode, place, escorted: tick }
const missing = maybeLine(40).transform((text) => text ?? '')
const bookingFields = formOf(z.object({ ...when, business: id, wait: tick, covers: tick, missing }))
/** A time that the clocks skip is said at its field. */
export const bookForm: Form<Booking> = (values) => {
  const read = bookingFields(values)
  if ('slips' in read) return read
  const { day: date, clock: time, ...rest } = read.input
  const wall = readWall(date.toPlainDateTime(time), rest.zone)
  return 'wall' in wall ? { input: { ...rest, startsAt: wall.wall.at } } : { slips: [{ field: 'clock', key: 'slip.coaching.gap' }] }
}
const groupFields = formOf(z.object({ ...when, businesses: ticks.pipe(z.array(id).max(limits.groupMax)) }))
export const bookGroupForm: Form<Omit<BookCoaching, 'business'> & { businesses: string[] }> = (values) => {
  const read = groupFields(values)
  if ('slips' in read) return read
  const { day: date, clock: time, ...rest } = read.input
  const wall = readWall(date.toPlainDateTime(time), rest.zone)
  return 'wall' in wall ? { input: { ...rest, startsAt: wall.wall.at } } : { slips: [{ field: 'clock', key: 'slip.coaching.gap' }] }
}

const topicsField = z
  .tuple([z.string().optional(), z.string().optional()])
  .transform((pair) => [...new Set(pair.filter((text) => text !== undefined && text !== ''))] as string[])
  .pipe(z.array(z.enum(allTopics as [string, ...string[]], { error: slipKey('slip.choose') })).max(limits.topicsMax))
const code = z
  .string()
  .optional()
  .transform((text) => text?.trim() ?? '')
  .refine((text) => text === '' || readCode(text) !== null, { error: slipKey('slip.coaching.code') })
  .transform((text) => (text === '' ? null : text))
const held = {
  ...{ id, day, zone, minutes: minutesField(1), mode, place, topics: topicsField, outage: tick },
  present: ticks.pipe(z.array(choice(presents)).max(presents.length)),
  nextStep: maybeLine(limits.stepCharsMax),
}
const withTopics = (values: Values) => ({ ...values, topics: [textOf(values, 'topic1'), textOf(values, 'topic2')] }) as never
const logFields = formOf(z.object({ ...held, meeting: id, code }))
export const logForm = (values: Values) => logFields(withTopics(values))
/** Left empty is left as it was booked. */
const orBooked = <Out>(told: z.ZodType<Out>) => told.optional().transform((read) => read ?? null)
const fieldFields = formOf(
  z.object({
    ...{ ...held, minutes: orBooked(held.minutes), mode: orBooked(mode), place: orBooked(place), code, of: line(40, 'slip.stale') },
    meeting: z.string({ error: slipKey('slip.choose') }).refine(isId, { error: slipKey('slip.choose') }),
  }),
)
export const fieldForm: Form<LogInField> = (values) =>
  fieldFields(withTopics(Object.fromEntries(Object.entries(values).filter(([, told]) => told !== ''))))
const groupLogFields = formOf(z.object({ ...held, grouping: id, attended: ticks.pipe(z.array(id).max(limits.groupMax)) }))
export const logGroupForm = (values: Values) => groupLogFields(withTopics(values))

export const codeForm = formOf(
  z.object({
    ...{ id, meeting: id },
    code: code.refine((text) => text !== null, { error: slipKey('slip.coaching.code') }).transform((text) => text ?? ''),
  }),
)

/** Minutes are asked where the length was another, and nowhere else. */
function saying<Rest extends { says: Said }>(fields: Form<Rest>): Form<Rest & { minutes: number | null }> {
  const lengths = formOf(z.object({ minutes: minutesField(1) }))
  return (values) => {
    const read = fields(values)
    if ('slips' in read || read.input.says !== 'other') return 'slips' in read ? read : { input: { ...read.input, minutes: null } }
    const length = lengths(values)
    return 'slips' in length ? length : { input: { ...read.input, minutes: length.input.minutes } }
  }
}
const useful = z
  .union([z.literal('').transform(() => null), choice(['1', '2', '3', '4', '5']).transform(Number)])
  .optional()
  .transform((told) => told ?? null)
const askedForMoney = z
  .union([z.literal('').transform(() => null), choice(['yes', 'no']).transform((told) => told === 'yes')])
  .optional()
  .transform((told) => told ?? null)
const told = { useful, askedForMoney }
export const confirmForm: Form<ConfirmCoaching> = saying(formOf(z.object({ id, meeting: id, says: said, ...told })))
export const linkForm: Form<ConfirmByLink> = saying(formOf(z.object({ id, token: line(60), says: said, ...told })))
export const recordForm: Form<RecordConfirmation> = saying(
  formOf(
    z.object({
      ...{ id, meeting: id, says: said, how: choice(['call', 'paper']), ...told },
      reference: maybeLine(limits.referenceCharsMax).transform((text) => text ?? ''),
    }),
  ),
)
export const longerForm: Form<AgreeLonger> = formOf(z.object({ id, meeting: id, minutes: minutesField(1) }))
export const callForm: Form<RecordCall> = formOf(z.object({ id, meeting: id, outcome: choice(['no-answer', 'call-later']) }))
export const decideForm: Form<DecideLength> = formOf(z.object({ id, meeting: id, minutes: minutesField(0), reason }))
export const amendForm: Form<AmendCoaching> = formOf(z.object({ id, meeting: id, minutes: minutesField(0), reason }))
const side = z
  .enum(['client', 'coach'])
  .optional()
  .transform((text) => text ?? null)
export const endForm: Form<EndCoaching> = formOf(z.object({ meeting: id, side, reason: maybeReason }))
export const stripForm = formOf(z.object({ id, business: id }))
export const endStripForm = formOf(z.object({ strip: id }))
export const excuseForm: Form<ExcuseMeetings> = formOf(
  z.object({ id, programme: id, meetings: ticks.pipe(z.array(id).max(limits.meetingsShownMax)), from: day, until: day, reason }),
)

const wholeHours = formOf(z.object({ id, business: id, hours: minutesField(1, 500) }))
/** Hours are typed whole, and kept as minutes. */
export const allotForm: Form<AllotHours> = (values) => {
  const read = wholeHours(values)
  if ('slips' in read)
    return { slips: read.slips.map((slip) => (slip.key === 'slip.coaching.minutes' ? { ...slip, key: 'slip.coaching.hours' } : slip)) }
  const { hours, ...rest } = read.input
  return { input: { ...rest, minutes: hours * 60 } }
}
