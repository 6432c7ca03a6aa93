import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { findNote } from './reads.ts'
import { ownStanding } from './reword-note.ts'
import { speaking } from './together.ts'
import { addNote } from './write-note.ts'
import { deleteDraft, insertEnd } from './writes.ts'

/** `id` is that of the shared note; `version` the text that its author had before them, which is the one to be shared. */
export type ShareNote = { id: string; note: string; version: number }

/**
 * Makes a shared note of a private one: a new note with its latest text, and the private one ends. Its earlier texts stay private, and
 * nothing tells the partner that there was such a note before.
 */
export async function shareNote(tx: Tx, { id, note: which, version }: ShareNote): Promise<{ partnership: string }> {
  const { kind, partnership, end } = found(await findNote(tx, which))
  if (kind !== 'private') missing()
  if (end?.why === 'shared') return { partnership }
  const note = await ownStanding(tx, which)
  const { pair, me } = await speaking(tx, partnership)
  if (note.version !== version) refuse('notebook.shareStale')

  // Of two at the same moment the second finds it shared.
  if (!(await insertEnd(tx, which, 'shared'))) return { partnership }
  await addNote(tx, { id, pair, author: me, kind: 'shared', text: note.text })
  await deleteDraft(tx, me, { kind: 'change', item: which })
  await tx.note('private-note.shared', which, {})
  return { partnership }
}
