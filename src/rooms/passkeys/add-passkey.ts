import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { mustBe } from '#people/may'
import { type Proven, proveSession } from '#people/prove-session'
import type { Attestation } from './answer.form.ts'
import { checkAttestation } from './check.ts'
import { mustBeProven } from './must-be-proven.ts'
import { limits, type SlipReason } from './passkey.ts'
import { passkeyOfCredential, passkeysOf } from './reads.ts'
import { takeChallenge } from './take-challenge.ts'
import { insertPasskey, lockWaysIn } from './writes.ts'

export type AddPasskey = { made: Attestation; name: string; person: string; session: string; browser: string; baseUrl: string }
/** `session`: confirmed with the new passkey; null where the same form came a second time. */
export type Added = { passkey: string; next: string | null; isFirst: boolean; session: Proven | null }

/**
 * Adds a passkey, and confirms the session with it. Refuses `passkeys.proveFirst` where another passkey has to confirm it first, and
 * `passkeys.enough`. The first of a person needs no other proof than the session: somebody must be able to begin.
 */
export async function addPasskey(tx: Tx, { made, name, person, session, ...brought }: AddPasskey): Promise<Added | { slip: SlipReason }> {
  mustBe(tx, person)
  await lockWaysIn(tx, person)
  const before = await passkeyOfCredential(tx, Buffer.from(made.answer.id, 'base64url'))
  if (before?.person === person) return { passkey: before.id, next: null, isFirst: false, session: null }
  const has = await passkeysOf(tx, person)
  await mustBeProven(tx, person, session)
  if (has.length >= limits.passkeysMax) refuse('passkeys.enough', { max: limits.passkeysMax })

  const challenge = await takeChallenge(tx, { ...brought, client: made.client, purpose: 'add' })
  if ('slip' in challenge) return challenge
  const key = await checkAttestation(made, { challenge: challenge.challenge, baseUrl: brought.baseUrl })
  if (key === null) return { slip: 'unchecked' }
  const organisation = tx.scope.home
  assert(organisation, 'a person belongs to an organisation')
  const passkey = await insertPasskey(tx, { ...key, person, organisation, name, transports: made.answer.response.transports ?? [] })
  await tx.note('passkey.added', passkey, { organisation })
  const proven = await proveSession(tx, { session, by: 'passkey' })
  return { passkey, next: challenge.next, isFirst: has.length === 0, session: proven }
}
