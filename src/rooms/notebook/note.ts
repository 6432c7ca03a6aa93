export const limits = {
  noteCharsMax: 4_000,
  messageCharsMax: 1_000,
  /** Shared notes of a pair; and of one person's private ones, as many again. */
  notesMax: 500,
  notesShownMax: 50,
  versionsMax: 200,
  versionsShownMax: 20,
  /** Messages at one meeting: a few lines around it, not a chat. */
  messagesMax: 200,
  messagesShownMax: 10,
  /** Of what one may read, the newest so many are searched. */
  searchedMax: 500,
  foundShownMax: 50,
  queryCharsMax: 100,
  queryWordsMax: 8,
  firstWordsCharsMax: 120,
  draftsMax: 100,
  draftDays: 30,
  /** For so long the words that were looked for stand in the box; a day later they are thrown away. */
  searchMinutes: 15,
  searchHours: 24,
  sweptMax: 1_000,
} as const

/** `shared`: the two of the pair read it. `private`: its author alone. */
export const noteKinds = ['shared', 'private'] as const
export type NoteKind = (typeof noteKinds)[number]

/** Its author took it back, or made a shared note of it. */
export type NoteEnd = { why: 'taken-back' | 'shared'; at: Temporal.Instant }

/** A note in its latest words; without them once it was taken back, or the key of its pair was destroyed. */
export type Note = {
  id: string
  partnership: string
  author: string
  kind: NoteKind
  madeAt: Temporal.Instant
  version: number
  wordedAt: Temporal.Instant
  text: string | null
  end: NoteEnd | null
}

/** A note as a list shows it: its first words. */
export type NoteLine = Omit<Note, 'text'> & { first: string | null }

export type NoteVersion = { version: number; at: Temporal.Instant; text: string | null }

export type Message = { id: string; partnership: string; meeting: string; author: string; at: Temporal.Instant; text: string | null }

/**
 * What a draft is for: a new note of the pair, another text of a note, a message at a meeting, the words of a search. `item`: that pair,
 * note or meeting.
 */
export const draftKinds = [...noteKinds, 'change', 'message', 'search'] as const
export type DraftKind = (typeof draftKinds)[number]
export type DraftPlace = { kind: DraftKind; item: string }

/** `version`: of a note's text, the one that was read when the draft was typed. */
export type Draft = { text: string; version: number | null; at: Temporal.Instant }
