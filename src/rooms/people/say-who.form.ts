import { z } from 'zod'
import { formOf, isId, line, slipKey } from '#ground/form'
import { limits } from './person.ts'

export const sayWhoForm = formOf(
  z.object({
    person: z.string({ error: slipKey('slip.choose') }).refine(isId, { error: slipKey('slip.choose') }),
    code: line(limits.codeCharsMax),
  }),
)
