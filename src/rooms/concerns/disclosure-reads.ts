import { findKeys, gone } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { limits } from './concern.ts'
import type { DisclosableKind, Disclosed } from './disclosable.ts'
import { keyOwner, places } from './sealing.ts'

/** That somebody showed the officers so many things of their pair. */
export type Disclosure = {
  id: string
  concern: string
  partnership: string
  items: number
  at: Temporal.Instant
  by: string
  other: string
}

const columns = ['id', 'concern', 'partnership', 'items', 'at', 'by', 'other'] as const

/** What was shown in a concern, the oldest first: to its officers all of it, to who showed it their own. */
export async function disclosuresOf(db: Db, concern: string): Promise<Disclosure[]> {
  return db
    .selectFrom('concernDisclosures')
    .select(columns)
    .where('concern', '=', concern)
    .orderBy('at')
    .orderBy('id')
    .limit(limits.disclosuresAConcernMax)
    .execute()
}

export async function findDisclosure(db: Db, id: string): Promise<Disclosure | undefined> {
  if (!isId(id)) return undefined
  return db.selectFrom('concernDisclosures').select(columns).where('id', '=', id).executeTakeFirst()
}

type ItemTexts = { kind: DisclosableKind; author: string | null; at: string; text: string }

/** The words that came with it, and the copies; without either once the concern's key is destroyed. */
export async function disclosedIn(db: Db, { id, concern, by }: Disclosure): Promise<{ words: string | null; items: Disclosed[] }> {
  const keys = await findKeys(db, keyOwner(concern))
  if (!keys) return { words: gone, items: [] }
  const row = await db.selectFrom('concernDisclosures').select('sealed').where('id', '=', id).executeTakeFirstOrThrow()
  const rows = await db.selectFrom('concernDisclosedItems').select(['nth', 'sealed']).where('disclosure', '=', id).orderBy('nth').execute()
  const items = rows.map(({ nth, sealed }) => {
    const { at, ...item } = keys.open<ItemTexts>(places.disclosed(id, nth, by), sealed)
    return { ...item, at: Temporal.Instant.from(at) }
  })
  return { ...keys.open<{ words: string | null }>(places.disclosure(id, by), row.sealed), items }
}
