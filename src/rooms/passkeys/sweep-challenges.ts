import type { Tx } from '#ground/db'
import { removeOldChallenges } from './writes.ts'

/** Forgets challenges that nobody can answer any more, and with them which browsers and networks asked. */
export async function sweepChallenges(tx: Tx): Promise<void> {
  await removeOldChallenges(tx)
}
