import type { Tx } from '#ground/db'
import type { Entered } from '#people/sign-in'
import { startSession } from '#people/start-session'
import type { Assertion } from './answer.form.ts'
import type { SlipReason } from './passkey.ts'
import { takeAssertion } from './take-assertion.ts'

export type SignInByPasskey = { signed: Assertion; browser: string; device: string; baseUrl: string }

/** Signs in by a passkey alone: no address, no letter. The session needs no other proof. */
export async function signInByPasskey(tx: Tx, { device, ...presented }: SignInByPasskey): Promise<Entered | { slip: SlipReason }> {
  const taken = await takeAssertion(tx, { ...presented, purpose: 'sign-in' })
  if ('slip' in taken) return taken
  const { passkey, challenge } = taken
  const holder = { id: passkey.person, organisation: passkey.organisation }
  return startSession(tx, { holder, link: challenge, browser: presented.browser, device, begunBy: 'passkey', proved: 'passkey' })
}
