import { z } from 'zod'
import { readDate } from '#ground/calendar'
import { slipKey, whole } from '#ground/form'

export const tick = z
  .string()
  .optional()
  .transform((value) => value === 'yes')

/** Any day of a month, in any calendar, as the month's first day. */
export const month = z
  .string({ error: slipKey('slip.date') })
  .transform((text) => readDate(text))
  .refine((read) => read !== null, { error: slipKey('slip.date') })
  .transform((read) => (read as Temporal.PlainDate).with({ day: 1 }))

const maybeText = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined)

export const maybeMonth = maybeText.pipe(month.optional()).transform((read) => read ?? null)

export const maybeWhole = (min: number, max: number) => maybeText.pipe(whole(min, max).optional()).transform((read) => read ?? null)

/** A solar year (1404) ends in the spring of the second of two others; most of it lies in the first, 621 later. */
const solarYears = { from: 1369, to: 1579, later: 621 }
const inOurs = (year: number) => (year >= solarYears.from && year <= solarYears.to ? year + solarYears.later : year)

/** A year of training, Gregorian or solar; nothing typed is null. */
export const trainingYear = maybeWhole(solarYears.from, 2200)
  .transform((year) => (year === null ? null : inOurs(year)))
  .refine((year) => year === null || year >= 1990, { error: slipKey('slip.business.year') })
