import { z } from 'zod'
import { type Form, formOf, id, slipKey } from '#ground/form'
import type { Answered } from './accept.ts'
import { sides } from './partnership.ts'

/** Nothing is asked but the partnership of the path; a coordinator's form names the side that answered. */
export const answerForm: Form<Answered> = formOf(
  z.object({
    partnership: id,
    side: z
      .enum(sides, { error: slipKey('slip.stale') })
      .optional()
      .transform((side) => side ?? null),
  }),
)
