import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { changeDrawers } from '#hours/allot'
import { findPartnership } from '#partnerships/reads'
import { allotmentsOf } from './allotment-reads.ts'
import { businessesOfPair, coachOf } from './coach-of.ts'

/** Who coaches a business draws on its hours: the new coach from when both have said yes, the old one no longer. */
export async function followCoach(tx: Tx, { subject }: News): Promise<void> {
  const pair = await findPartnership(tx, subject)
  if (pair === undefined) return
  for (const business of await businessesOfPair(tx, subject)) {
    const banks = new Set((await allotmentsOf(tx, business.id)).map(({ bank }) => bank))
    const now = await coachOf(tx, business)
    for (const bank of banks) {
      const add = now ? [now.coach] : []
      const end = pair.endedAt !== null && now?.coach !== pair.mentor ? [pair.mentor] : []
      await changeDrawers(tx, { bank, holder: business.id, add, end })
    }
  }
}
