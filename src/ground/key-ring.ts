import { createHash, randomBytes } from 'node:crypto'
import { keyBytes, type Place, seal, unseal } from './seal.ts'

/** A key that wraps others and never enters the database. Its id is its own fingerprint, so that a wrong key cannot pass for it. */
export type WrappingKey = { id: string; key: Buffer }

/** Oldest first; the last wraps what is new. */
export type KeyRing = readonly WrappingKey[]

const firstLine = 'lampline-keys 1'
const keysMax = 50

/** What somebody can mend about a key file, in a sentence. */
export class KeyTrouble extends Error {}

const idOf = (key: Uint8Array) => createHash('sha256').update('lampline-wrapping-key').update(key).digest('hex').slice(0, 16)

/** A ring of keys as text: the file, or what a command prints. */
export function writeKeyRing(ring: KeyRing): string {
  const about = [
    '# The keys of a Lampline. Without this file nobody can ever read again what people wrote to each other.',
    '# Keep a copy apart from the backups of the database: whoever has both can read everything.',
  ]
  return [firstLine, ...about, ...ring.map(({ id, key }) => `${id} ${key.toString('base64')}`), ''].join('\n')
}

/** The key that wraps what is new. */
export function newestIn(ring: KeyRing): WrappingKey {
  return ring.at(-1) ?? noKey()
}

function noKey(): never {
  throw new KeyTrouble('There is no key to wrap with.')
}

export function withNewKey(ring: KeyRing): KeyRing {
  const key = randomBytes(keyBytes)
  return [...ring, { id: idOf(key), key }]
}

/** Reads a ring; throws `KeyTrouble` with the line that cannot be read. */
export function readKeyRing(text: string, where: string): KeyRing {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  if (lines[0] !== firstLine) throw new KeyTrouble(`${where} is no key file: its first line is not "${firstLine}".`)
  const ring = lines.flatMap((line, at): WrappingKey[] => {
    if (at === 0 || line === '' || line.startsWith('#')) return []
    const [id = '', base64 = ''] = line.split(/\s+/)
    const key = Buffer.from(base64, 'base64')
    if (key.length !== keyBytes || idOf(key) !== id) throw new KeyTrouble(`${where} is damaged in line ${at + 1}. Put its copy back.`)
    return [{ id, key }]
  })
  if (ring.length === 0) throw new KeyTrouble(`${where} holds no key. Put its copy back.`)
  if (ring.length > keysMax)
    throw new KeyTrouble(`${where} holds ${ring.length} keys; ${keysMax} are enough. Forget those that are not used.`)
  return ring
}

/** Whose content key it is, and which version of it. */
export type KeyAbout = { kind: string; owner: string; version: number }
export type Wrapped = { wrapped: Buffer; wrapping: string }

const placeOf = ({ kind, owner, version }: KeyAbout): Place => ({ owner, kind: `key:${kind}`, item: owner, author: '', version })

export function wrapKey({ id, key }: WrappingKey, about: KeyAbout, content: Uint8Array): Wrapped {
  return { wrapped: seal(key, 1, placeOf(about), content), wrapping: id }
}

/** Throws `SealBroken` where the row was changed or belongs to another owner. */
export function unwrapKey({ key }: WrappingKey, about: KeyAbout, wrapped: Uint8Array): Buffer {
  return unseal(key, placeOf(about), wrapped)
}
