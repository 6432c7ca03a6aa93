import type { Challenge, Passkey } from './passkey.ts'

/** Who asks for passkeys: the house, at the address that its settings give. A passkey of one address opens no other. */
export type Party = { id: string; origin: string }

export function partyOf(baseUrl: string): Party {
  const { hostname, origin } = new URL(baseUrl)
  return { id: hostname, origin }
}

export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/** What a device keeps to know whose passkey it is: the person's id, which says nothing of them. */
export function handleOf(person: string): string {
  return Buffer.from(person.replaceAll('-', ''), 'hex').toString('base64url')
}

/** ES256, EdDSA, RS256: what all devices of today can do. */
const algorithms = [-7, -8, -257]
const timeoutMs = 300_000

const described = ({ credentialId, transports }: Passkey) => ({ id: base64url(credentialId), type: 'public-key', transports })

type Creating = { baseUrl: string; challenge: Challenge; person: string; name: string; has: readonly Passkey[] }

/** What the browser is asked when a passkey is added: found without an address, its person verified, nothing told of the device. */
export function creationOptions({ baseUrl, challenge, person, name, has }: Creating) {
  return {
    challenge: base64url(challenge.challenge),
    rp: { id: partyOf(baseUrl).id, name: 'Lampline' },
    user: { id: handleOf(person), name, displayName: name },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: timeoutMs,
    attestation: 'none',
    excludeCredentials: has.map(described),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  }
}

/** What the browser is asked when one signs in (any passkey of the house) or confirms (one of these). */
export function requestOptions({ baseUrl, challenge, among }: { baseUrl: string; challenge: Challenge; among: readonly Passkey[] }) {
  return {
    challenge: base64url(challenge.challenge),
    rpId: partyOf(baseUrl).id,
    timeout: timeoutMs,
    userVerification: 'required',
    allowCredentials: among.map(described),
  }
}
