import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { realHands } from '#ground/chance'
import type { Db, Tx } from '#ground/db'
import { endPartnership } from '#partnerships/end-partnership'
import type { GivenPair } from '#partnerships/pairs.testing'
import { placeHold } from '#partnerships/place-hold'
import { givenAgreed } from '#partnerships/stages.testing'
import { drawsFrom } from '#testing/draws'
import type { TestHouse } from '#testing/house'
import { urlOf } from '#testing/server'
import type { NoteKind } from './note.ts'
import { findNote } from './reads.ts'
import { rewordNote } from './reword-note.ts'
import { writeMessage } from './write-message.ts'
import { writeNote } from './write-note.ts'

export const newId = () => realHands.newId()
type SideOf = 'mentor' | 'mentee'
export type Noted = GivenPair & ReturnType<typeof deedsOf>

/** A pair in which both said yes, and short ways for either to write. */
export async function givenNotebook(house: TestHouse): Promise<Noted> {
  const pair = await givenAgreed(house)
  return { ...pair, ...deedsOf(house, pair) }
}

function deedsOf(house: TestHouse, { id: partnership, mentor, mentee }: GivenPair) {
  const as = { mentor: mentor.scope, mentee: mentee.scope }
  const by = <T>(side: SideOf, work: (tx: Tx) => Promise<T>) => house.writeAs(as[side], work)
  const seen = <T>(side: SideOf, work: (db: Db) => Promise<T>) => house.database.read(as[side], work)
  return {
    by,
    seen,
    wrote: async (side: SideOf, kind: NoteKind, text: string, id = newId()) => {
      await by(side, (tx) => writeNote(tx, { id, partnership, kind, text }))
      return id
    },
    reworded: (side: SideOf, note: string, version: number, text: string, id = newId()) =>
      by(side, (tx) => rewordNote(tx, { id, note, version, text })),
    said: async (side: SideOf, meeting: string, text: string, id = newId()) => {
      await by(side, (tx) => writeMessage(tx, { id, partnership, meeting, text }))
      return id
    },
    note: (side: SideOf, id: string) => seen(side, (db) => findNote(db, id)),
    over: () => house.write((tx) => endPartnership(tx, { partnership, reason: 'withdrawn' })),
    onHold: () => house.write((tx) => placeHold(tx, { id: tx.newId(), partnership, kind: 'safeguarding', until: null })),
  }
}

const dari = readFileSync(join(import.meta.dirname, '..', '..', 'ground', 'words', 'fa-AF.json'), 'utf8')
const words = Object.values(JSON.parse(dari) as Record<string, { text: string }>).flatMap(({ text }) =>
  text.includes('{') ? [] : text.split(' '),
)
const draw = drawsFrom(7)

/** Dari as it is written, as many letters as fit, and never the same twice. */
export function longText(chars: number): string {
  let text = ''
  while (text.length < chars) text += `${words[draw() % words.length]} `
  return text.slice(0, chars).trim()
}

/** Does to the rows what only who has the whole database in hand can do: no wall, no trigger. */
export async function tampered(house: TestHouse, statement: string, values: readonly unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(house.databaseName) })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    const { rowCount } = await client.query(statement, [...values])
    if (rowCount === 0) throw new Error('nothing was changed')
  } finally {
    await client.end()
  }
}
