import { z } from 'zod'
import { readDate } from '#ground/calendar'
import { choice, type Form, formOf, id, line, maybeLine, slipKey } from '#ground/form'
import type { OpenProgramme } from './open-programme.ts'
import { joinings, limits } from './programme.ts'
import { templateOf } from './templates.ts'

const date = z
  .string({ error: slipKey('slip.date') })
  .transform((text) => readDate(text))
  .refine((read) => read !== null, { error: slipKey('slip.date') })
  .transform((read) => read as Temporal.PlainDate)

/** A form without a chosen file sends one without a name. */
export const maybeFile = z
  .union([z.instanceof(File), z.string()])
  .optional()
  .transform((file) => (file instanceof File && file.name !== '' ? file : null))

const fields = formOf(
  z.object({
    id,
    organisation: id,
    template: z.string().optional().default(''),
    file: maybeFile,
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
  const { startsOn, endsOn, file, template } = read.input
  if (file === null && templateOf(template) === undefined) return { slips: [{ field: 'template', key: 'slip.choose' }] }
  const days = startsOn.until(endsOn, { largestUnit: 'days' }).days
  if (days <= 0) return { slips: [{ field: 'endsOn', key: 'slip.programme.ends-before' }] }
  if (days > limits.lengthDaysMax) return { slips: [{ field: 'endsOn', key: 'slip.programme.too-long', facts: { years: 5 } }] }
  return read
}
