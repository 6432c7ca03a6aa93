import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { heldLetter, releasedLetter } from './pair-letters.ts'
import { sideOf, sides } from './partnership.ts'
import { findPartnership } from './reads.ts'
import { holdsOf } from './stage-reads.ts'
import { writeToSides } from './write-to-sides.ts'

type HoldNews = Pick<News, 'id' | 'by' | 'subject'>

/** Versions of a letter are whole numbers of 32 bits. */
const versionOf = (id: bigint) => Number(id % 2_147_483_647n)

/** Tells who did not pause it that it rests: the other, or both where the programme did. */
export async function tellHeld(tx: Tx, { id, by, subject }: HoldNews): Promise<void> {
  const pair = await findPartnership(tx, subject)
  const newest = (await holdsOf(tx, subject)).at(-1)
  if (pair === undefined || pair.endedAt !== null || newest === undefined) return
  const words = heldLetter(newest.bySide === null ? 'programme' : 'partner', newest.until)
  const told = sides.filter((side) => side !== (newest.bySide ?? sideOf(pair, by)))
  await writeToSides(
    tx,
    pair,
    told.map((side) => ({ side, kind: 'partnership.held', version: versionOf(id), words })),
  )
}

/** Tells who did not say so that it goes on; not while something else holds it. */
export async function tellReleased(tx: Tx, { id, by, subject }: HoldNews): Promise<void> {
  const pair = await findPartnership(tx, subject)
  if (pair === undefined || pair.endedAt !== null || (await holdsOf(tx, subject)).length > 0) return
  const told = sides.filter((side) => side !== sideOf(pair, by))
  await writeToSides(
    tx,
    pair,
    told.map((side) => ({ side, kind: 'partnership.released', version: versionOf(id), words: releasedLetter })),
  )
}
