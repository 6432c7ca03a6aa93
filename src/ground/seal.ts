import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/*
 * The storage format of what is confidential; docs/sealed.md says why it is so.
 *   alg (1 byte) · key version (2 bytes, big endian) · nonce (12) · ciphertext · tag (16)
 * The plaintext stands behind its length (4 bytes, big endian), filled up with zeros to one of few sizes.
 */

/** The place that a sealed text belongs to. All of it is bound: nothing opens in another's place, nor an old version as a new one. */
export type Place = {
  /** Whose key opens it: a partnership, a person, a concern … */
  owner: string
  kind: string
  item: string
  /** Who wrote it; empty where nobody is named. */
  author: string
  version: number
}

/** AES-256-GCM with a nonce drawn by chance: at most 2^32 texts a key, of which a pair writes some thousands. */
export const aes256Gcm = 1
export const keyBytes = 32
export const nonceBytes = 12
const tagBytes = 16
const headBytes = 3
const lengthBytes = 4
/** Below this all texts look the same. */
const smallestBytes = 256

/** A sealed text that does not open: changed, or brought from another place. */
export class SealBroken extends Error {
  constructor(place: Pick<Place, 'kind' | 'item'>) {
    super(`A sealed ${place.kind} does not open: it was changed outside Lampline, or stood in another place (${place.item})`)
    this.name = 'SealBroken'
  }
}

/** Sealed in a way that this version does not know: by a newer one, or by browsers alone. It is refused, never guessed at. */
export class SealUnknown extends Error {
  constructor(alg: number | undefined) {
    super(`A text is sealed in a way that this version does not know (${alg ?? 'none'}). Start the newer version that wrote it.`)
    this.name = 'SealUnknown'
  }
}

export function seal(
  key: Uint8Array,
  keyVersion: number,
  place: Place,
  plain: Uint8Array,
  nonce: Uint8Array = randomBytes(nonceBytes),
): Buffer {
  const head = Buffer.alloc(headBytes)
  head.writeUInt8(aes256Gcm, 0)
  head.writeUInt16BE(keyVersion, 1)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(head, place))
  const sealed = [cipher.update(padded(plain)), cipher.final()]
  return Buffer.concat([head, nonce, ...sealed, cipher.getAuthTag()])
}

/** Which version of its owner's key a text was sealed with. Throws `SealUnknown` where this version could not open it. */
export function keyVersionOf(sealed: Uint8Array): number {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes[0] !== aes256Gcm) throw new SealUnknown(bytes[0])
  return bytes.length < headBytes ? 0 : bytes.readUInt16BE(1)
}

/** What was sealed. Throws `SealBroken` for a wrong key, another place, or a single bit changed; `SealUnknown` for a format of later. */
export function unseal(key: Uint8Array, place: Place, sealed: Uint8Array): Buffer {
  keyVersionOf(sealed)
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < headBytes + nonceBytes + tagBytes + lengthBytes) throw new SealBroken(place)
  const nonce = bytes.subarray(headBytes, headBytes + nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(boundTo(bytes.subarray(0, headBytes), place)).setAuthTag(bytes.subarray(-tagBytes))
  try {
    const plain = decipher.update(bytes.subarray(headBytes + nonceBytes, -tagBytes))
    // Nothing is left to come: only now it is known that not a bit was changed, and nothing is told before.
    decipher.final()
    return plain.subarray(lengthBytes, lengthBytes + plain.readUInt32BE(0))
  } catch {
    throw new SealBroken(place)
  }
}

/** Each part behind its length, so that no two places read alike. */
function boundTo(head: Uint8Array, { owner, kind, item, author, version }: Place): Buffer {
  const parts = ['lampline', owner, kind, item, author, String(version)]
  const bound = Buffer.allocUnsafe(parts.reduce((sum, part) => sum + 2 + Buffer.byteLength(part), head.length))
  bound.set(head)
  let at = head.length
  for (const part of parts) {
    const length = bound.write(part, at + 2)
    bound.writeUInt16BE(length, at)
    at += 2 + length
  }
  return bound
}

function padded(bytes: Uint8Array): Buffer {
  const plain = Buffer.alloc(paddedBytes(bytes.length + lengthBytes))
  plain.writeUInt32BE(bytes.length, 0)
  plain.set(bytes, lengthBytes)
  return plain
}

/**
 * Padmé: a length keeps as many of its leading bits as its size needs digits, so that at most 12 % is added and few lengths remain.
 * Source: Nikitin et al., Reducing Metadata Leakage from Encrypted Files and Communication with PURBs, 2019, §4.
 */
export function paddedBytes(length: number): number {
  if (length <= smallestBytes) return smallestBytes
  const exponent = Math.floor(Math.log2(length))
  const kept = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** (exponent - kept)
  return Math.ceil(length / step) * step
}
