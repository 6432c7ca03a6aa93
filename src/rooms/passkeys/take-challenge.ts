import { sameBytes, secretHash } from '#ground/chance'
import type { Tx } from '#ground/db'
import { partyOf } from './party.ts'
import type { Challenge, Purpose, SlipReason } from './passkey.ts'
import { findChallenge } from './reads.ts'
import { spendChallenge } from './writes.ts'

/** What an answer says of itself, and who brings it. */
export type Brought = { client: { challenge: string; origin: string }; purpose: Purpose; browser: string; baseUrl: string }

/** Spends the challenge that an answer is of, whatever else is wrong with the answer; says why where there is none to spend. */
export async function takeChallenge(tx: Tx, { client, purpose, browser, baseUrl }: Brought): Promise<Challenge | { slip: SlipReason }> {
  const challenge = await findChallenge(tx, Buffer.from(client.challenge, 'base64url'), purpose)
  if (challenge === undefined || !sameBytes(challenge.browserHash, secretHash(browser))) return { slip: 'elsewhere' }
  const isFirst = await spendChallenge(tx, challenge.id)
  if (!isFirst) return { slip: 'again' }
  if (Temporal.Instant.compare(tx.now, challenge.until) >= 0) return { slip: 'late' }
  if (client.origin !== partyOf(baseUrl).origin) return { slip: 'origin' }
  return challenge
}
