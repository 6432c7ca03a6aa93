import type pg from 'pg'
import { type KeyAbout, type KeyRing, KeyTrouble, newestIn, unwrapKey, wrapKey } from './key-ring.ts'

const rowsAtOnceMax = 500

type Row = KeyAbout & { wrapped: Buffer; wrapping: string }

/**
 * Wraps every content key anew with the last key of the ring, a few at a time, while the house serves: what it seals meanwhile it wraps
 * with that key already, since it reads the ring again for each new key. Answers how many it wrapped.
 */
export async function rewrapKeys(owner: pg.Pool, ring: KeyRing): Promise<number> {
  const newest = newestIn(ring)
  for (let wrapped = 0; ; ) {
    const { rows } = await owner.query<Row>(
      'select owner, kind, version, wrapped, wrapping from content_keys where wrapping <> $1 order by owner, kind, version limit $2',
      [newest.id, rowsAtOnceMax],
    )
    if (rows.length === 0) return wrapped
    for (const row of rows) await rewrap(owner, ring, row)
    wrapped += rows.length
  }
}

async function rewrap(owner: pg.Pool, ring: KeyRing, row: Row): Promise<void> {
  const old = ring.find(({ id }) => id === row.wrapping)
  if (!old) throw new KeyTrouble(`The key ${row.wrapping} is missing from the ring. Put back the copy that has it.`)
  const { wrapped, wrapping } = wrapKey(newestIn(ring), row, unwrapKey(old, row, row.wrapped))
  // A key destroyed meanwhile stays destroyed: there is no row to change.
  await owner.query(
    'update content_keys set wrapped = $1, wrapping = $2 where owner = $3 and kind = $4 and version = $5 and wrapping = $6',
    [wrapped, wrapping, row.owner, row.kind, row.version, row.wrapping],
  )
}

/** The keys of the ring that nothing in the database needs any more, the newest never among them. */
export async function unusedKeys(owner: pg.Pool, ring: KeyRing): Promise<string[]> {
  const { rows } = await owner.query<{ wrapping: string }>('select distinct wrapping from content_keys')
  const used = new Set(rows.map(({ wrapping }) => wrapping))
  return ring.slice(0, -1).flatMap(({ id }) => (used.has(id) ? [] : [id]))
}
