import { z } from 'zod'
import { type Form, formOf, id, maybeLine, whole } from '#ground/form'
import type { KeepDraft } from './keep-draft.ts'
import { limits, type NoteKind } from './note.ts'

/** A draft of a new note. */
export const keepDraftForm = (kind: NoteKind): Form<KeepDraft> =>
  formOf(
    z
      .object({ partnership: id, text: maybeLine(limits.noteCharsMax) })
      .transform((draft): KeepDraft => ({ ...draft, kind, item: draft.partnership })),
  )

/** A draft of another text of a note. */
export const keepChangeForm: Form<{ note: string; text: string | null; version: number }> = formOf(
  z.object({ note: id, version: whole(1, limits.versionsMax), text: maybeLine(limits.noteCharsMax) }),
)
