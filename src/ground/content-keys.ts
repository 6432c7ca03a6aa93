import { transcode } from 'node:buffer'
import { createHmac, hkdfSync } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from './db.ts'
import { refuse } from './refusal.ts'
import { keyVersionOf, type Place, seal, unseal } from './seal.ts'

/**
 * Whose texts a key opens. Each owner has a key of its own, so that destroying it destroys these texts and no others. A pair has two: of
 * what its two alone read, and (`coordinated`) of what the form promised to its coordinators too.
 */
export type KeyOwner = { kind: 'partnership' | 'coordinated' | 'person' | 'concern' | 'ask' | 'organisation' | 'attributes'; id: string }

/** Where a text stands, under its owner. `author` is empty where nobody is named; `version` counts the texts of one item. */
export type TextPlace = { kind: string; item: string; author: string; version?: number }

/** The texts of one row, sealed as one: whatever JSON can say. */
export type Texts = Readonly<Record<string, unknown>>

/** The keys of one owner, unlocked for one transaction. */
export type Keys = {
  /** For a column of the domain `sealed`. */
  seal(place: TextPlace, texts: Texts): Buffer
  /** The same for bytes, a file perhaps. */
  sealBytes(place: TextPlace, bytes: Uint8Array): Buffer
  openBytes(place: TextPlace, sealed: Uint8Array): Buffer
  /** A word as it can be compared and not read: 64 bits of an HMAC; the same word has the same mark for ever. */
  mark(word: string): string
  /** Throws where the row was changed, or stands in another's place. */
  open<T extends Texts>(place: TextPlace, sealed: Uint8Array): T
}

/** What stands where a text was, once its key is destroyed. */
export const gone = '—'

const sealedTextCharsMax = 40_000
const markChars = 16

type Unlocked = { version: number; key: Uint8Array }

/** A page opens many texts: 6 kB of mixed Latin and Dari take 7 µs in this way, and 18 µs by `toString('utf8')`. */
function textOf(utf8: Uint8Array): string {
  return transcode(utf8, 'utf8', 'utf16le').toString('utf16le')
}

function keysWith(owner: KeyOwner, unlocked: readonly Unlocked[]): Keys {
  const latest = unlocked.reduce((one, other) => (other.version > one.version ? other : one))
  const first = unlocked.reduce((one, other) => (other.version < one.version ? other : one))
  let derived: Uint8Array | undefined
  // A key of its own for marks, from the oldest version: marks stay comparable when the owner's key is renewed.
  const marking = () => (derived ??= new Uint8Array(hkdfSync('sha256', first.key, '', 'lampline-marks', first.key.length)))
  const keyFor = (sealed: Uint8Array): Uint8Array => {
    const version = keyVersionOf(sealed)
    const key = unlocked.find((one) => one.version === version)?.key
    if (!key) throw new Error(`Version ${version} of the key of ${owner.kind} ${owner.id} is not there`)
    return key
  }
  const full = ({ version = 1, ...place }: TextPlace): Place => ({ ...place, version, owner: owner.id })
  return {
    seal: (place, texts) => {
      const text = JSON.stringify(texts)
      if (text.length > sealedTextCharsMax) throw new Error(`Texts of ${text.length} characters are more than a row may hold`)
      return seal(latest.key, latest.version, full(place), Buffer.from(text))
    },
    sealBytes: (place, bytes) => seal(latest.key, latest.version, full(place), bytes),
    openBytes: (place, sealed) => unseal(keyFor(sealed), full(place), sealed),
    mark: (word) => createHmac('sha256', marking()).update(word).digest('hex').slice(0, markChars),
    open: <T extends Texts>(place: TextPlace, sealed: Uint8Array) => JSON.parse(textOf(unseal(keyFor(sealed), full(place), sealed))) as T,
  }
}

/**
 * The keys of those owners whose texts the asker may read and whose key was not destroyed: an owner that is not in the map is one whose
 * texts nobody here can read. One query, however many owners.
 */
export async function keysOf(db: Db, kind: KeyOwner['kind'], owners: readonly string[]): Promise<ReadonlyMap<string, Keys>> {
  const [first, ...others] = new Set(owners)
  if (first === undefined) return new Map()
  // Behind these policies one owner by `=` takes 0.2 ms, by `any` 0.6 ms: PostgreSQL plans the latter longer than it runs.
  const among = others.length === 0 ? sql`owner = ${first}::uuid` : sql`owner = any(${[first, ...others]}::uuid[])`
  const { rows } = await sql<{ owner: string; version: number; wrapped: Uint8Array; wrapping: string }>`
    select owner, version, wrapped, wrapping from content_keys
    where kind = ${kind} and ${among}`.execute(db)
  const byOwner = Map.groupBy(rows, ({ owner }) => owner)
  return new Map(
    Array.from(byOwner, ([id, kept]) => {
      const unlocked = kept.map((row) => ({ version: row.version, key: db.sealer.unwrap({ kind, owner: id, version: row.version }, row) }))
      return [id, keysWith({ kind, id }, unlocked)]
    }),
  )
}

/** The keys of one owner, null where they are not the asker's to have or are destroyed. */
export async function findKeys(db: Db, { kind, id }: KeyOwner): Promise<Keys | null> {
  return (await keysOf(db, kind, [id])).get(id) ?? null
}

/** The first key of an owner that is new, or that the asker may not read back. Crashes where there is one already. */
export async function newKeys(tx: Tx, owner: KeyOwner): Promise<Keys> {
  const made = await addKey(tx, owner, 1)
  if (!made) throw new Error(`${owner.kind} ${owner.id} has a key already`)
  return keysWith(owner, [made])
}

/** The keys of an owner, to write with; the first is made here. Refuses `keys.destroyed` once they are. */
export async function keysFor(tx: Tx, owner: KeyOwner): Promise<Keys> {
  const there = await findKeys(tx, owner)
  if (there) return there
  if ((await destroyedAt(tx, owner.id)) !== null) refuse('keys.destroyed')
  const made = await addKey(tx, owner, 1)
  // Of two who write the first text at once, the second waits here and then finds the first one's key.
  return made ? keysWith(owner, [made]) : ((await findKeys(tx, owner)) ?? refuse('keys.destroyed'))
}

async function addKey(tx: Tx, { kind, id }: KeyOwner, version: number): Promise<Unlocked | null> {
  const { key, wrapped, wrapping } = tx.sealer.newKey({ kind, owner: id, version })
  const row = { owner: id, kind, version, wrapped, wrapping, madeAt: tx.now }
  const added = await tx
    .insertInto('contentKeys')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n ? { version, key } : null
}

/** When an owner's texts were destroyed; null where they were not. */
export async function destroyedAt(db: Db, owner: string): Promise<Temporal.Instant | null> {
  const end = await db.selectFrom('contentKeyEnds').select('at').where('owner', '=', owner).executeTakeFirst()
  return end?.at ?? null
}

/**
 * Destroys every key of an owner: from the next instant nobody can read its texts, here or in any backup to which the list of destroyed
 * keys is applied. Asked by the house. Twice is once.
 */
export async function destroyKeys(tx: Tx, owner: KeyOwner, why: 'kept-long-enough' | 'erased' | 'shredded'): Promise<void> {
  const { rows } = await sql<{ isFirst: boolean }>`
    select scope.destroy_keys(${owner.id}, ${owner.kind}, ${why}, ${tx.now}) as is_first`.execute(tx)
  if (rows[0]?.isFirst) await tx.note('key.destroyed', owner.id, {}, { kind: owner.kind, why })
}
