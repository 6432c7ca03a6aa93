import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { limits, type Note } from './note.ts'
import { findNote, isVersionKnown } from './reads.ts'
import { sealNote } from './sealing.ts'
import { goingOn, placeOf, speaking } from './together.ts'
import { deleteDraft, insertVersion } from './writes.ts'

/** `id` is that of the new version; `version` the one that its writer had before them. */
export type RewordNote = { id: string; note: string; version: number; text: string }

/** Its author's own note, which still stands; anybody else's is not there to be changed. */
export async function ownStanding(tx: Tx, id: string): Promise<Note & { text: string }> {
  const note = found(await findNote(tx, id))
  if (note.author !== tx.by) missing()
  if (note.end) refuse('notebook.takenBack')
  return { ...note, text: note.text ?? refuse('keys.destroyed') }
}

/** A changed text is a new version. Who wrote against one that is no longer the latest is shown both, and nothing is lost. */
export async function rewordNote(tx: Tx, { id, note: which, version, text }: RewordNote): Promise<{ note: string }> {
  const note = await ownStanding(tx, which)
  const { pair, me } = note.kind === 'shared' ? await speaking(tx, note.partnership) : await goingOn(tx, note.partnership)
  if (await isVersionKnown(tx, id)) return { note: which }
  if (note.text !== text) {
    if (note.version !== version) refuse('notebook.reworded')
    if (version >= limits.versionsMax) refuse('notebook.versionsFull', { max: limits.versionsMax })
    const next = { ...note, version: version + 1 }
    // Of two at the same moment the second finds its number taken.
    const isNew = await insertVersion(tx, { id, note: which, version: next.version, ...(await sealNote(tx, next, text)) })
    if (!isNew) refuse('notebook.reworded')
    await tx.note(note.kind === 'shared' ? 'note.reworded' : 'private-note.reworded', which, note.kind === 'shared' ? placeOf(pair) : {})
  }
  await deleteDraft(tx, me, { kind: 'change', item: which })
  return { note: which }
}
