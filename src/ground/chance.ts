import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** UUID version 7: 48 bits of milliseconds, then chance; ids made later sort later. */
export function uuidFrom(milliseconds: number, chance: Uint8Array): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes.set(chance.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The house's own clock and chance; tests hand in others. */
export const realHands = {
  now: () => Temporal.Now.instant(),
  newId: () => uuidFrom(Temporal.Now.instant().epochMilliseconds, randomBytes(10)),
  newSecret: () => randomBytes(16).toString('base64url'),
}

/** What the database keeps of a secret of 128 bits; such a secret needs no salt. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

/** A short code to type, of eight letters and digits that nobody confuses (40 bits), from a secret. */
export function shortCode(secret: string): string {
  const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
  const bytes = createHash('sha256').update(`code:${secret}`).digest()
  return Array.from(bytes.subarray(0, 8), (byte) => letters[byte % letters.length]).join('')
}
