import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { agreedLetter } from './letters.ts'
import { sides } from './partnership.ts'
import { findPartnership } from './reads.ts'
import { writeToSides } from './write-to-sides.ts'

/** Both have said yes: each is told how to reach the other, and what comes next. */
export async function bringTogether(tx: Tx, news: Pick<News, 'subject'>): Promise<void> {
  const pair = await findPartnership(tx, news.subject)
  if (pair === undefined || pair.endedAt !== null) return
  await writeToSides(
    tx,
    pair,
    sides.map((side) => ({ side, kind: 'partnership.agreed', words: agreedLetter })),
  )
}
