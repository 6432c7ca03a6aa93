import { z } from 'zod'
import { type Form, formOf, id, line } from '#ground/form'
import { limits, type NoteKind } from './note.ts'
import type { WriteNote } from './write-note.ts'

export const writeNoteForm = (kind: NoteKind): Form<WriteNote> =>
  formOf(
    z
      .object({ id, partnership: id, text: line(limits.noteCharsMax, 'slip.notebook.text') })
      .transform((note): WriteNote => ({ ...note, kind })),
  )
