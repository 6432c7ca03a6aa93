import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { placeHold } from '#partnerships/place-hold'
import { findPartnership } from '#partnerships/reads'

/** Lays the hold that an officer asked for on the partnership, in the house's name; one that ended meanwhile needs none. */
export async function placePairHold(tx: Tx, { subject: partnership, facts }: News): Promise<void> {
  const pair = await findPartnership(tx, partnership)
  if (pair === undefined || !pair.isAgreed || pair.endedAt !== null) return
  await placeHold(tx, { id: String(facts.hold), partnership, kind: 'safeguarding', until: null })
}
