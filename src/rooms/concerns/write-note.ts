import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { limits } from './concern.ts'
import { concernToAnswer, notesOf } from './desk-reads.ts'
import { officerOf } from './officer.ts'
import { keyOwner, places } from './sealing.ts'
import { insertNote, lockConcern } from './writes.ts'

export type WriteNote = { concern: string; id: string; text: string }

/** A note by an officer for officers; notes only add. Refuses `concerns.full` beyond so many. */
export async function writeNote(tx: Tx, { concern, id, text }: WriteNote): Promise<void> {
  await lockConcern(tx, concern)
  await concernToAnswer(tx, concern)
  const notes = await notesOf(tx, concern)
  if (notes.some((note) => note.id === id)) return
  if (notes.length >= limits.notesAConcernMax) refuse('concerns.full', { max: limits.notesAConcernMax })

  const by = officerOf(tx)
  const sealed = (await keysFor(tx, keyOwner(concern))).seal(places.note(id, by), { text })
  const isNew = await insertNote(tx, { id, concern, sealed, by })
  if (isNew) await tx.note('concern.noted', concern, {})
}
