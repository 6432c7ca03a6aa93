import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { liftHold } from '#partnerships/lift-hold'
import { findPartnership } from '#partnerships/reads'

/** Takes the hold off the partnership once two officers have said so, in the house's name; one that ended meanwhile stays as it is. */
export async function liftPairHold(tx: Tx, { subject: partnership, facts }: News): Promise<void> {
  if ((await findPartnership(tx, partnership))?.endedAt !== null) return
  await liftHold(tx, { partnership, hold: String(facts.hold) })
}
