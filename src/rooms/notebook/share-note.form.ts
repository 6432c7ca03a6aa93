import { z } from 'zod'
import { type Form, formOf, id, whole } from '#ground/form'
import { limits } from './note.ts'
import type { ShareNote } from './share-note.ts'

export const shareNoteForm: Form<ShareNote> = formOf(z.object({ id, note: id, version: whole(1, limits.versionsMax) }))
