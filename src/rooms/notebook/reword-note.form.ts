import { z } from 'zod'
import { type Form, formOf, id, line, whole } from '#ground/form'
import { limits } from './note.ts'
import type { RewordNote } from './reword-note.ts'

export const rewordNoteForm: Form<RewordNote> = formOf(
  z.object({ id, note: id, version: whole(1, limits.versionsMax), text: line(limits.noteCharsMax, 'slip.notebook.text') }),
)
