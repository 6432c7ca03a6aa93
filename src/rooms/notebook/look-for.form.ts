import { z } from 'zod'
import { type Form, formOf, id, line } from '#ground/form'
import { limits } from './note.ts'

export const lookForForm: Form<{ partnership: string; q: string }> = formOf(
  z.object({ partnership: id, q: line(limits.queryCharsMax, 'slip.notebook.search') }),
)
