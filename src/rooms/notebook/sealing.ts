import { type Keys, keysFor, keysOf, type TextPlace } from '#ground/content-keys'
import type { Db, Tx } from '#ground/db'
import type { DraftPlace, Message, Note } from './note.ts'
import { firstWords } from './search.ts'

type NotePlace = Pick<Note, 'id' | 'partnership' | 'author' | 'kind' | 'version'>
type MessagePlace = Pick<Message, 'id' | 'partnership' | 'meeting' | 'author'>
type Text = { text: string }

const placeOf = ({ id, author, kind, version }: NotePlace, part: Part): TextPlace => ({
  ...{ kind: part === 'whole' ? `${kind}-note` : `${kind}-note-first`, item: id, author, version },
})
const insideOf = (note: NotePlace, part: Part): TextPlace => {
  const place = placeOf(note, part)
  return { ...place, kind: `${place.kind}-inside` }
}
const messagePlace = ({ id, meeting, author }: MessagePlace): TextPlace => ({ kind: 'message', item: `${meeting}:${id}`, author })
const draftPlace = ({ kind, item }: DraftPlace, person: string): TextPlace => ({ kind: 'draft', item: `${kind}:${item}`, author: person })

/** What opens a notebook: the key of its pair, and the asker's own for what is theirs alone. */
export type NotebookKeys = { of(partnership: string): Keys | undefined; own: Keys | undefined }

/** The keys for what is to be opened: two queries at most, however many rows. */
export async function notebookKeys(db: Db, rows: readonly { partnership: string; kind?: string }[]): Promise<NotebookKeys> {
  const pairs = await keysOf(
    db,
    'partnership',
    rows.map(({ partnership }) => partnership),
  )
  const me = db.by ?? ''
  const own = rows.some(({ kind }) => kind === 'private') ? (await keysOf(db, 'person', [me])).get(me) : undefined
  return { of: (partnership) => pairs.get(partnership), own }
}

/** Whole, or its first words alone, as a list shows it. */
type Part = 'whole' | 'first'

/**
 * A private note is sealed twice: with the pair's key, then with its author's. So the partner cannot have it, and it ends with what the
 * two have written together, on the day when the pair's key is destroyed.
 */
export async function sealNote(tx: Tx, note: NotePlace, text: string): Promise<{ sealed: Buffer; first: Buffer }> {
  const pair = await keysFor(tx, { kind: 'partnership', id: note.partnership })
  const own = note.kind === 'private' ? await keysFor(tx, { kind: 'person', id: note.author }) : null
  const sealOne = (part: Part, one: string) => {
    if (!own) return pair.seal(placeOf(note, part), { text: one })
    return own.seal(placeOf(note, part), { inside: pair.seal(insideOf(note, part), { text: one }).toString('base64') })
  }
  return { sealed: sealOne('whole', text), first: sealOne('first', firstWords(text)) }
}

/** The text; null where its key was destroyed. Throws where the row was changed, or stands in another's place. */
export function openNote(keys: NotebookKeys, note: NotePlace, sealed: Uint8Array, part: Part = 'whole'): string | null {
  const pair = keys.of(note.partnership)
  if (!pair) return null
  if (note.kind === 'shared') return pair.open<Text>(placeOf(note, part), sealed).text
  const outside = keys.own?.open<{ inside: string }>(placeOf(note, part), sealed)
  return outside ? pair.open<Text>(insideOf(note, part), Buffer.from(outside.inside, 'base64')).text : null
}

export async function sealMessage(tx: Tx, message: MessagePlace, text: string): Promise<Buffer> {
  return (await keysFor(tx, { kind: 'partnership', id: message.partnership })).seal(messagePlace(message), { text })
}

export function openMessage(keys: NotebookKeys, message: MessagePlace, sealed: Uint8Array): string | null {
  return keys.of(message.partnership)?.open<Text>(messagePlace(message), sealed).text ?? null
}

type DraftTexts = { text: string; version: string | null }

export async function sealDraft(tx: Tx, place: DraftPlace, person: string, texts: DraftTexts): Promise<Buffer> {
  return (await keysFor(tx, { kind: 'person', id: person })).seal(draftPlace(place, person), texts)
}

export function openDraft(own: Keys, place: DraftPlace, person: string, sealed: Uint8Array): DraftTexts {
  return own.open<DraftTexts>(draftPlace(place, person), sealed)
}
