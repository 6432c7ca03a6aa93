import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { thankedLetter } from './pair-letters.ts'
import { otherSide, sideOf } from './partnership.ts'
import { findPartnership } from './reads.ts'
import { writeToSides } from './write-to-sides.ts'

/** Tells the other that there are thanks to read; never what they say. */
export async function tellThanks(tx: Tx, { by, subject }: Pick<News, 'by' | 'subject'>): Promise<void> {
  const pair = await findPartnership(tx, subject)
  const from = pair && sideOf(pair, by)
  if (!from) return
  await writeToSides(tx, pair, [{ side: otherSide(from), kind: 'partnership.thanked', words: thankedLetter }])
}
