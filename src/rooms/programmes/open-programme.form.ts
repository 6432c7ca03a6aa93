import { z } from 'zod'
import { readDate } from '#ground/calendar'
import { choice, type Form, formOf, id, line, maybeLine, slipKey } from '#ground/form'
import type { OpenProgramme } from './open-programme.ts'
import { joinings, limits } from './programme.ts'
import { templates } from './templates.ts'

const date = z
  .string({ error: slipKey('slip.date') })
  .transform((text) => readDate(text))
  .refine((read) => read !== null, { error: slipKey('slip.date') })
  .transform((read) => read as Temporal.PlainDate)

const fields = formOf(
  z.object({
    id,
    organisation: id,
    template: z.string({ error: slipKey('slip.choose') }).refine((key) => templates.some((template) => template.key === key), {
      error: slipKey('slip.choose'),
    }),
    name: line(limits.nameCharsMax, 'slip.programme.name'),
    purpose: maybeLine(limits.purposeCharsMax).transform((text) => text ?? ''),
    startsOn: date,
    endsOn: date,
    joining: choice(joinings),
  }),
)

/** The programme's particulars; that it ends after it starts is looked at once both dates could be read. */
export const openProgrammeForm: Form<OpenProgramme> = (values) => {
  const read = fields(values)
  if ('slips' in read) return read
  const { startsOn, endsOn } = read.input
  const days = startsOn.until(endsOn, { largestUnit: 'days' }).days
  if (days <= 0) return { slips: [{ field: 'endsOn', key: 'slip.programme.ends-before' }] }
  if (days > limits.lengthDaysMax) return { slips: [{ field: 'endsOn', key: 'slip.programme.too-long', facts: { years: 5 } }] }
  return read
}
