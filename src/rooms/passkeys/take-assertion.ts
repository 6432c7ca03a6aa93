import type { Tx } from '#ground/db'
import type { Assertion } from './answer.form.ts'
import { checkAssertion } from './check.ts'
import { handleOf } from './party.ts'
import { type Challenge, counterFell, type Passkey, type SlipReason } from './passkey.ts'
import { passkeyOfCredential } from './reads.ts'
import { takeChallenge } from './take-challenge.ts'
import { insertUse, lockWaysIn } from './writes.ts'

export type Presented = { signed: Assertion; purpose: 'sign-in' | 'prove'; browser: string; baseUrl: string }
export type Taken = { passkey: Passkey; challenge: Challenge } | { slip: SlipReason }

/** Takes what a passkey signed: whose it is, once, for this browser and this house. A counter that fell is noted, for it may be a copy. */
export async function takeAssertion(tx: Tx, { signed, ...brought }: Presented): Promise<Taken> {
  const challenge = await takeChallenge(tx, { ...brought, client: signed.client })
  if ('slip' in challenge) return challenge
  const credentialId = Buffer.from(signed.answer.id, 'base64url')
  const named = await passkeyOfCredential(tx, credentialId)
  if (named === undefined || !isTheirs(tx, named, signed)) return { slip: 'unknown' }

  await lockWaysIn(tx, named.person)
  const passkey = (await passkeyOfCredential(tx, credentialId)) ?? named
  const counter = await checkAssertion(signed, passkey, { challenge: challenge.challenge, baseUrl: brought.baseUrl })
  if (counter === null) return { slip: 'unchecked' }
  if (counterFell(passkey.counter, counter)) {
    await tx.note('passkey.counter-fell', passkey.id, { organisation: passkey.organisation })
    return { slip: 'counter' }
  }
  await insertUse(tx, passkey.id, counter)
  return { passkey, challenge }
}

/** A device says whose passkey it is; who is signed in confirms with their own. */
function isTheirs(tx: Tx, { person }: Passkey, { answer }: Assertion): boolean {
  const { userHandle } = answer.response
  if (userHandle && userHandle !== handleOf(person)) return false
  return tx.scope.door !== 'person' || tx.by === person
}
