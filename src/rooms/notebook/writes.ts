import { sql } from 'kysely'
import type { Tx } from '#ground/db'
import type { DraftPlace, Message, Note, NoteEnd } from './note.ts'

/** Holds a partnership until the transaction ends, so that of two who add at once the second counts what the first added. */
export async function holdPair(tx: Tx, partnership: string): Promise<void> {
  await sql`select scope.hold_partnership(${partnership})`.execute(tx)
}

const isNew = ({ numInsertedOrUpdatedRows }: { numInsertedOrUpdatedRows?: bigint }) => numInsertedOrUpdatedRows === 1n

/** False when it is there already; so with every insert here. */
export async function insertNote(tx: Tx, note: Pick<Note, 'id' | 'partnership' | 'author' | 'kind'>): Promise<boolean> {
  const row = { ...note, madeAt: tx.now }
  return isNew(
    await tx
      .insertInto('notes')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

/** False, too, when another text has that number. */
export async function insertVersion(
  tx: Tx,
  version: { id: string; note: string; version: number; sealed: Buffer; first: Buffer },
): Promise<boolean> {
  const row = { ...version, at: tx.now }
  return isNew(
    await tx
      .insertInto('noteVersions')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

export async function insertEnd(tx: Tx, note: string, why: NoteEnd['why']): Promise<boolean> {
  const row = { note, why, at: tx.now }
  return isNew(
    await tx
      .insertInto('noteEnds')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

type NewMessage = Pick<Message, 'id' | 'partnership' | 'meeting' | 'author'> & { sealed: Buffer }

export async function insertMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  const row = { ...message, at: tx.now }
  return isNew(
    await tx
      .insertInto('messages')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

/** The newest draft for a place takes the place of the one before. */
export async function replaceDraft(tx: Tx, draft: DraftPlace & { person: string; partnership: string; sealed: Buffer }): Promise<void> {
  const { sealed } = draft
  await tx
    .insertInto('noteDrafts')
    .values({ ...draft, at: tx.now })
    .onConflict((conflict) => conflict.columns(['person', 'kind', 'item']).doUpdateSet({ sealed, at: tx.now }))
    .execute()
}

export async function deleteDraft(tx: Tx, person: string, { kind, item }: DraftPlace): Promise<void> {
  await tx.deleteFrom('noteDrafts').where('person', '=', person).where('kind', '=', kind).where('item', '=', item).execute()
}

/** Drafts not touched since a moment, and the words of searches since another, so many at a time. Asked by the house. */
export async function deleteDraftsBefore(
  tx: Tx,
  { drafts, searches }: { drafts: Temporal.Instant; searches: Temporal.Instant },
  rowsMax: number,
): Promise<void> {
  await sql`delete from note_drafts where (person, kind, item) in (
    select person, kind, item from note_drafts where at < ${drafts} or (kind = 'search' and at < ${searches})
    order by at limit ${rowsMax})`.execute(tx)
}
