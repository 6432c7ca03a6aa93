import { findKeys, gone, type KeyOwner, type Keys, type TextPlace } from '#ground/content-keys'
import type { Db } from '#ground/db'

/** What was written of a concern is sealed with the concern's own key. */
export const keyOwner = (concern: string): KeyOwner => ({ kind: 'concern', id: concern })

export type TellingTexts = { what: string; about: string | null; reach: string | null }

const named = (person: string | null) => person ?? ''

/** Where each text of a concern stands; from who raised it, a message names nobody. */
export const places = {
  telling: (concern: string, raiser: string | null): TextPlace => ({ kind: 'telling', item: concern, author: named(raiser) }),
  message: (id: string, by: string | null): TextPlace => ({ kind: 'concern-message', item: id, author: named(by) }),
  note: (id: string, by: string): TextPlace => ({ kind: 'concern-note', item: id, author: by }),
  disclosure: (id: string, by: string): TextPlace => ({ kind: 'disclosure', item: id, author: by }),
  disclosed: (id: string, nth: number, by: string): TextPlace => ({ kind: 'disclosed-item', item: id, author: by, version: nth }),
  end: (concern: string, by: string): TextPlace => ({ kind: 'concern-end', item: concern, author: by }),
} as const

/** Opens the texts of rows, each a `sealed` with its place; what nobody can read any more is as if it were a dash. */
export async function openTexts<Row extends { sealed: Uint8Array }>(
  db: Db,
  concern: string,
  rows: readonly Row[],
  placeOf: (row: Row) => TextPlace,
): Promise<(Omit<Row, 'sealed'> & { text: string })[]> {
  const keys = rows.length === 0 ? null : await findKeys(db, keyOwner(concern))
  return rows.map((row) => {
    const { sealed, ...rest } = row
    return { ...rest, text: keys?.open<{ text: string }>(placeOf(row), sealed).text ?? gone }
  })
}

type Telling = { id: string; raiser: string | null; sealed: Uint8Array }

/** What was told; a dash once its key is destroyed. */
export function openTelling(keys: Keys | undefined, { id, raiser, sealed }: Telling): TellingTexts {
  return keys?.open<TellingTexts>(places.telling(id, raiser), sealed) ?? { what: gone, about: null, reach: null }
}
