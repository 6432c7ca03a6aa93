import type { Page } from '#ground/route'
import { pageOf } from '#ui/pager'
import { limits, type NoteKind } from './note.ts'
import { notesView } from './notes-view.tsx'
import { countNotes, findDraft, notesOf } from './reads.ts'
import { standingOf } from './standing.ts'

/** What the two wrote for each other, or what one wrote for themselves: two pages, so that nobody writes in the wrong place. */
export const notesPage =
  (kind: NoteKind): Page =>
  async (db, asked, again) => {
    const partnership = asked.params.partnership ?? ''
    const count = await countNotes(db, { partnership, kind })
    const pages = Math.ceil(count / limits.notesShownMax)
    const page = pageOf(asked.query, pages)
    const notes = await notesOf(db, { partnership, kind, page })
    const standing = await standingOf(
      db,
      partnership,
      notes.map(({ first }) => ({ text: first })),
    )
    const draft = standing.isOver ? undefined : await findDraft(db, { kind, item: partnership })
    return notesView(asked, again, { kind, standing, notes, count, page, pages, draft })
  }
