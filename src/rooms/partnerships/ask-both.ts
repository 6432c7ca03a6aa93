import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { proposedLetter } from './letters.ts'
import { sides } from './partnership.ts'
import { findPartnership } from './reads.ts'
import { writeToSides } from './write-to-sides.ts'

/** Asks both sides, unless the proposal is over by now. */
export async function askBoth(tx: Tx, news: Pick<News, 'subject'>): Promise<void> {
  const pair = await findPartnership(tx, news.subject)
  if (pair === undefined || pair.endedAt !== null) return
  await writeToSides(
    tx,
    pair,
    sides.map((side) => ({ side, kind: 'partnership.proposed', words: proposedLetter })),
  )
}
