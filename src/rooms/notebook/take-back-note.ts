import type { Tx } from '#ground/db'
import { found, missing } from '#ground/refusal'
import type { NoteKind } from './note.ts'
import { findNote } from './reads.ts'
import { goingOn, placeOf, speaking } from './together.ts'
import { deleteDraft, insertEnd } from './writes.ts'

/** Its author takes a note back: its texts are shown no more, and of a shared one both read that it was taken back, and when. */
export async function takeBackNote(tx: Tx, { note: which }: { note: string }): Promise<{ partnership: string; kind: NoteKind }> {
  const { author, kind, partnership } = found(await findNote(tx, which))
  if (author !== tx.by) missing()
  const { pair, me } = kind === 'shared' ? await speaking(tx, partnership) : await goingOn(tx, partnership)
  if (!(await insertEnd(tx, which, 'taken-back'))) return { partnership, kind }
  await deleteDraft(tx, me, { kind: 'change', item: which })
  await tx.note(kind === 'shared' ? 'note.taken-back' : 'private-note.taken-back', which, kind === 'shared' ? placeOf(pair) : {})
  return { partnership, kind }
}
