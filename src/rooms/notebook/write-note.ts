import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { Partnership } from '#partnerships/reads'
import { limits, type NoteKind } from './note.ts'
import { countNotes } from './reads.ts'
import { sealNote } from './sealing.ts'
import { goingOn, placeOf, speaking } from './together.ts'
import { deleteDraft, holdPair, insertNote, insertVersion } from './writes.ts'

export type WriteNote = { id: string; partnership: string; kind: NoteKind; text: string }

/** One of the two writes a note, for both or for themselves. What was kept of it as a draft goes. */
export async function writeNote(tx: Tx, { id, partnership, kind, text }: WriteNote): Promise<{ partnership: string; note: string }> {
  const { pair, me } = kind === 'shared' ? await speaking(tx, partnership) : await goingOn(tx, partnership)
  if (await addNote(tx, { id, pair, author: me, kind, text })) await deleteDraft(tx, me, { kind, item: partnership })
  return { partnership, note: id }
}

type NewNote = { id: string; pair: Partnership; author: string; kind: NoteKind; text: string }

/** False when it is there already. Of a private note the diary says neither in which programme nor in which organisation. */
export async function addNote(tx: Tx, { id, pair, author, kind, text }: NewNote): Promise<boolean> {
  const note = { id, partnership: pair.id, author, kind }
  await holdPair(tx, pair.id)
  if (!(await insertNote(tx, note))) return false
  if ((await countNotes(tx, note)) > limits.notesMax) refuse('notebook.full', { max: limits.notesMax })
  await insertVersion(tx, { id: tx.newId(), note: id, version: 1, ...(await sealNote(tx, { ...note, version: 1 }, text)) })
  await tx.note(kind === 'shared' ? 'note.written' : 'private-note.written', id, kind === 'shared' ? placeOf(pair) : {})
  return true
}
