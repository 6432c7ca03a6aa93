import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { limits, type Purpose } from './passkey.ts'
import { challengesLately } from './reads.ts'
import { insertChallenge, lockWaysIn } from './writes.ts'

export type AskChallenge = { purpose: Purpose; browser: string; network: string; next: string | null }

/** Gives a browser something to sign, once, within minutes. Refuses `passkeys.tooMany` where a network asks too often. */
export async function askChallenge(tx: Tx, asked: AskChallenge): Promise<void> {
  await lockWaysIn(tx, asked.network)
  if ((await challengesLately(tx, asked.network)) >= limits.challengesAnHourANetworkMax) refuse('passkeys.tooMany')
  await insertChallenge(tx, asked)
}
