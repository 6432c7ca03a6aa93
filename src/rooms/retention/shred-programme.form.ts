import { z } from 'zod'
import { formOf, id, line } from '#ground/form'

const nameCharsMax = 200

export const shredForm = formOf(
  z.object({
    programme: id,
    name: line(nameCharsMax),
    erasesPeople: z
      .string()
      .optional()
      .transform((tick) => tick === 'yes'),
  }),
)
