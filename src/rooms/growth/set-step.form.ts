import { z } from 'zod'
import { readDate } from '#ground/calendar'
import { choice, type Form, formOf, id, line, slipKey } from '#ground/form'
import { limits } from './growth.ts'
import type { SetStep } from './set-step.ts'

const date = z
  .string({ error: slipKey('slip.date') })
  .transform((text) => readDate(text))
  .refine((read) => read !== null, { error: slipKey('slip.date') })
  .transform((read) => read as Temporal.PlainDate)

export const setStepForm: Form<SetStep> = formOf(
  z.object({
    id,
    partnership: id,
    step: line(limits.stepCharsMax, 'slip.growth.step'),
    owner: choice(['mentor', 'mentee']),
    dueOn: date,
  }),
)
