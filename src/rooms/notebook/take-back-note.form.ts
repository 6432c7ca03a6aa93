import { z } from 'zod'
import { type Form, formOf, id } from '#ground/form'

export const takeBackNoteForm: Form<{ note: string }> = formOf(z.object({ note: id }))
