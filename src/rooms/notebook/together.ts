import assert from 'node:assert/strict'
import type { Db } from '#ground/db'
import { refuse } from '#ground/refusal'
import { type OfTwo, ofTwo } from '#partnerships/of-two'
import type { Partnership } from '#partnerships/reads'
import { holdsOf } from '#partnerships/stage-reads'

type Mine = OfTwo & { me: string }

/** The asker's own pair while it goes on, and who asks; what is over is read and not added to. To a third person it is not there. */
export async function goingOn(db: Db, partnership: string): Promise<Mine> {
  const two = await ofTwo(db, partnership)
  assert(db.by, 'one of the two asks')
  if (two.pair.endedAt !== null) refuse('notebook.over')
  return { ...two, me: db.by }
}

/**
 * The same, while the two may speak to each other. On hold what is shared stands still, whoever placed the hold: one for somebody's
 * safety must not leave a way to write to them, nor to take back what was written, and may not look different from any other.
 */
export async function speaking(db: Db, partnership: string): Promise<Mine> {
  const mine = await goingOn(db, partnership)
  if ((await holdsOf(db, partnership)).length > 0) refuse('notebook.onHold')
  return mine
}

/** Where news of a pair belongs. */
export const placeOf = ({ organisation, programme }: Partnership) => ({ organisation, programme })
