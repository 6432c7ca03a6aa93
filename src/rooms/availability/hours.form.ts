import { z } from 'zod'
import { readDate } from '#ground/calendar'
import { feedLimits } from '#ground/fetch-feed'
import { type Form, formOf, id, line, maybeLine, slipKey } from '#ground/form'
import { readDayHours, readHours } from '#people/read-hours'
import { blocksIn, weekTicks } from '#people/week-ticks'
import type { AddFeed } from './add-feed.ts'
import type { KeepWeek } from './keep-week.ts'
import type { SayException } from './say-exception.ts'
import type { SayFull } from './say-full.ts'

const hoursCharsMax = 400
const givenCharsMax = 100
const extraSpansMax = 6
const given = (text: string) => ({ given: text.slice(0, givenCharsMax) })

const maybeDate = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined || text.trim() === '') return null
    const date = readDate(text)
    if (date !== null) return date
    context.addIssue({ code: 'custom', message: slipKey('slip.date') })
    return z.NEVER
  })
const date = maybeDate.transform((read, context) => {
  if (read !== null) return read
  context.addIssue({ code: 'custom', message: slipKey('slip.date') })
  return z.NEVER
})

const weekFields = formOf(
  z.object({
    ...weekTicks,
    besideHours: maybeLine(hoursCharsMax).transform((text, context) => {
      if (text === null) return []
      const spans = readHours(text)
      if (spans !== null) return spans
      context.addIssue({ code: 'custom', message: slipKey('slip.person.hours', given(text)) })
      return z.NEVER
    }),
  }),
)

/** The boxes of the week, and hours in words beside them. */
export const weekForm: Form<KeepWeek> = (values) => {
  const read = weekFields(values)
  if ('slips' in read) return read
  const { besideHours: beside, ...ticks } = read.input
  return { input: { blocks: blocksIn(ticks), beside } }
}

const awayFields = formOf(z.object({ id, awayFrom: date, awayTo: maybeDate }))

/** Away for a day, or up to a last one. */
export const awayForm: Form<SayException> = (values) => {
  const read = awayFields(values)
  if ('slips' in read) return read
  const { id: itself, awayFrom: from, awayTo } = read.input
  const to = awayTo ?? from
  if (Temporal.PlainDate.compare(to, from) < 0) return { slips: [{ field: 'awayTo', key: 'slip.hours.ends-before' }] }
  return { input: { id: itself, from, to, hours: null } }
}

const extraFields = formOf(
  z.object({
    id,
    extraOn: date,
    extraHours: line(hoursCharsMax).transform((text, context) => {
      const spans = readDayHours(text)
      if (spans !== null && spans.length <= extraSpansMax) return spans
      context.addIssue({ code: 'custom', message: slipKey('slip.hours.of-day', given(text)) })
      return z.NEVER
    }),
  }),
)

/** Hours on one day besides those of the week. */
export const extraForm: Form<SayException> = (values) => {
  const read = extraFields(values)
  if ('slips' in read) return read
  const { id: itself, extraOn: day, extraHours: hours } = read.input
  return { input: { id: itself, from: day, to: day, hours } }
}

/** A month, or until a day. */
export const fullForm: Form<SayFull> = formOf(
  z.object({ id, until: z.literal('month') }).transform(({ id: itself }) => ({ id: itself, until: null })),
)
export const fullUntilForm: Form<SayFull> = formOf(
  z.object({ id, fullUntil: date }).transform((read) => ({ id: read.id, until: read.fullUntil })),
)

export const feedForm: Form<AddFeed> = formOf(z.object({ id, address: line(feedLimits.addressCharsMax, 'slip.hours.address') }))
export const nothingForm = formOf(z.object({}))
