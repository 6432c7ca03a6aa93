import { sql } from 'kysely'
import { findKeys } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { type Draft, type DraftPlace, limits, type Note, type NoteEnd, type NoteKind, type NoteLine, type NoteVersion } from './note.ts'
import { notebookKeys, openDraft, openNote } from './sealing.ts'

type Head = Omit<Note, 'text' | 'end'> & { endedAt: Temporal.Instant | null; why: NoteEnd['why'] | null }
type Row = Head & { sealed: Uint8Array }

const headSql = sql`n.id, n.partnership, n.author, n.kind, n.made_at, v.version, v.at as worded_at, e.at as ended_at, e.why`
const fromSql = sql`
  from notes n cross join lateral (select * from note_versions w where w.note = n.id order by w.version desc limit 1) as v
    left join note_ends e on e.note = n.id`
const noteSql = sql`select ${headSql}, v.sealed ${fromSql}`

const noteFrom = ({ endedAt, why, ...note }: Head) => ({ ...note, end: endedAt !== null && why !== null ? { why, at: endedAt } : null })

/** What was taken back is not even opened. */
async function opened(db: Db, rows: readonly Row[]): Promise<Note[]> {
  const keys = await notebookKeys(db, rows)
  return rows.map(({ sealed, ...head }) => {
    const note = noteFrom(head)
    return { ...note, text: note.end ? null : openNote(keys, note, sealed) }
  })
}

type NotesAsked = { partnership: string; kind: NoteKind; page?: number }

/** A pair's notes of a kind, the newest first, a page at a time; of the private ones the asker's own, without those that ended. */
export async function notesOf(db: Db, { partnership, kind, page = 1 }: NotesAsked): Promise<NoteLine[]> {
  const { rows } = await sql<
    Head & { first: Uint8Array }
  >`select ${headSql}, v.first ${fromSql} where n.partnership = ${partnership} and n.kind = ${kind}
      and (n.kind = 'shared' or e.note is null)
    order by n.made_at desc, n.id desc limit ${limits.notesShownMax} offset ${(page - 1) * limits.notesShownMax}`.execute(db)
  const keys = await notebookKeys(db, rows)
  return rows.map(({ first, ...head }) => {
    const note = noteFrom(head)
    return { ...note, first: note.end ? null : openNote(keys, note, first, 'first') }
  })
}

export async function countNotes(db: Db, { partnership, kind }: NotesAsked): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from notes n left join note_ends e on e.note = n.id
    where n.partnership = ${partnership} and n.kind = ${kind} and (n.kind = 'shared' or e.note is null)`.execute(db)
  return rows[0]?.count ?? 0
}

/** One note; to whom it is not shown it is not there. */
export async function findNote(db: Db, id: string): Promise<Note | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Row>`${noteSql} where n.id = ${id}`.execute(db)
  return (await opened(db, rows))[0]
}

/** The newest notes of a pair that the asker may read and that nobody took back, to be searched. */
export async function newestNotes(db: Db, partnership: string): Promise<Note[]> {
  const { rows } = await sql<Row>`${noteSql} where n.partnership = ${partnership} and e.note is null
    order by v.at desc, n.id desc limit ${limits.searchedMax}`.execute(db)
  return opened(db, rows)
}

/** When a note had which text, the latest first, a page at a time; without the texts, which are opened one at a time. */
export async function versionsOf(db: Db, note: string, page = 1): Promise<Omit<NoteVersion, 'text'>[]> {
  return db
    .selectFrom('noteVersions')
    .select(['version', 'at'])
    .where('note', '=', note)
    .orderBy('version', 'desc')
    .limit(limits.versionsShownMax)
    .offset((page - 1) * limits.versionsShownMax)
    .execute()
}

/** One text of a note that was not taken back. */
export async function findVersion(db: Db, note: Note, version: number): Promise<NoteVersion | undefined> {
  if (note.end) return undefined
  const row = await db
    .selectFrom('noteVersions')
    .select(['version', 'at', 'sealed'])
    .where('note', '=', note.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) return undefined
  const { sealed, ...found } = row
  return { ...found, text: openNote(await notebookKeys(db, [note]), { ...note, version }, sealed) }
}

export async function isVersionKnown(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('noteVersions').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** The asker's own draft for a place. */
export async function findDraft(db: Db, place: DraftPlace): Promise<Draft | undefined> {
  const me = db.by ?? ''
  const row = await db
    .selectFrom('noteDrafts')
    .select(['sealed', 'at'])
    .where('person', '=', me)
    .where('kind', '=', place.kind)
    .where('item', '=', place.item)
    .executeTakeFirst()
  const own = row && (await findKeys(db, { kind: 'person', id: me }))
  if (!own) return undefined
  const { text, version } = openDraft(own, place, me, row.sealed)
  return { text, version: version === null ? null : Number(version), at: row.at }
}

export async function countDrafts(db: Db, person: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from note_drafts
    where person = ${person} and kind <> 'search'`.execute(db)
  return rows[0]?.count ?? 0
}
