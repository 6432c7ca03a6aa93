import type { Tx } from '#ground/db'
import { type Proven, proveSession } from '#people/prove-session'
import type { Assertion } from './answer.form.ts'
import type { SlipReason } from './passkey.ts'
import { takeAssertion } from './take-assertion.ts'

export type ProveByPasskey = { signed: Assertion; session: string; browser: string; baseUrl: string }

/** Confirms a session that began by letter with one of its person's passkeys. */
export async function proveByPasskey(
  tx: Tx,
  { session, ...presented }: ProveByPasskey,
): Promise<{ next: string | null; session: Proven } | { slip: SlipReason }> {
  const taken = await takeAssertion(tx, { ...presented, purpose: 'prove' })
  if ('slip' in taken) return taken
  return { next: taken.challenge.next, session: await proveSession(tx, { session, by: 'passkey' }) }
}
