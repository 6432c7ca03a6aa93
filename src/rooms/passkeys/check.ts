import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { Assertion, Attestation } from './answer.form.ts'
import { base64url, partyOf } from './party.ts'
import type { Passkey } from './passkey.ts'

type Expected = { challenge: Uint8Array; baseUrl: string }

/** The library throws at whatever does not hold; to the person all of it is one sentence: the answer could not be checked. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch {
    return null
  }
}

/** Whether the passkey signed this challenge for this house, its person shown by finger, face or PIN; then its counter. */
export async function checkAssertion({ answer }: Assertion, passkey: Passkey, { challenge, baseUrl }: Expected): Promise<number | null> {
  const { origin, id } = partyOf(baseUrl)
  const { userHandle, ...response } = answer.response
  const checked = await orNull(
    verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {}, response: { ...response, ...(userHandle ? { userHandle } : {}) } },
      expectedChallenge: base64url(challenge),
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      // The counter is compared by ourselves, since a fall of it is noted.
      credential: { id: answer.id, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
    }),
  )
  return checked?.verified ? checked.authenticationInfo.newCounter : null
}

export type NewKey = { credentialId: Uint8Array; publicKey: Uint8Array; counter: number }

/** The key of a passkey just made for this challenge and this house, or null. */
export async function checkAttestation({ answer }: Attestation, { challenge, baseUrl }: Expected): Promise<NewKey | null> {
  const { origin, id } = partyOf(baseUrl)
  const { clientDataJSON, attestationObject } = answer.response
  const checked = await orNull(
    verifyRegistrationResponse({
      response: { ...answer, clientExtensionResults: {}, response: { clientDataJSON, attestationObject } },
      expectedChallenge: base64url(challenge),
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    }),
  )
  if (!checked?.verified) return null
  const { credential } = checked.registrationInfo
  return { credentialId: Buffer.from(credential.id, 'base64url'), publicKey: credential.publicKey, counter: credential.counter }
}
