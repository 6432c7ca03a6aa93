import { randomBytes } from 'node:crypto'
import type { Destroyed } from './destroyed-keys.ts'
import { type KeyAbout, type KeyRing, KeyTrouble, newestIn, unwrapKey, type Wrapped, type WrappingKey, wrapKey } from './key-ring.ts'
import { keyBytes } from './seal.ts'

/** The hands that hold the wrapping keys. Rooms reach texts through `content-keys.ts`, never through these. */
export type Sealer = {
  /** A new key for somebody's texts, and the same as the database may keep it. */
  newKey(about: KeyAbout): { key: Buffer } & Wrapped
  unwrap(about: KeyAbout, kept: { wrapped: Uint8Array; wrapping: string }): Buffer
  /** Writes down outside the database that a key was destroyed, so that no restored backup brings it back. Twice is once. */
  remember(destroyed: Destroyed): void
}

/** `read` answers the ring as it is now; it is asked again where a key is met that the ring did not have, since keys rotate meanwhile. */
export function openSealer(read: () => KeyRing, remember: Sealer['remember'] = () => {}): Sealer {
  let ring = read()
  const wrappingKey = (id: string): WrappingKey => {
    const known = () => ring.find((one) => one.id === id)
    const key = known()
    if (key) return key
    ring = read()
    return known() ?? troubled(id)
  }
  return {
    newKey(about) {
      ring = read()
      const key = randomBytes(keyBytes)
      return { key, ...wrapKey(newestIn(ring), about, key) }
    },
    remember,
    unwrap: (about, { wrapped, wrapping }) => unwrapKey(wrappingKey(wrapping), about, wrapped),
  }
}

function troubled(id: string): never {
  throw new KeyTrouble(`The key ${id} is missing from the key file. Put back the copy that has it.`)
}
