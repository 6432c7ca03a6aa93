import assert from 'node:assert/strict'
import type { Db } from '#ground/db'
import { refuse } from '#ground/refusal'
import { type OfTwo, ofTwo } from '#partnerships/of-two'
import type { Partnership } from '#partnerships/reads'

/** The asker's own pair while it goes on, and who asks; what is over is read and not added to. To a third person it is not there. */
export async function goingOn(db: Db, partnership: string): Promise<OfTwo & { me: string }> {
  const two = await ofTwo(db, partnership)
  assert(db.by, 'one of the two asks')
  if (two.pair.endedAt !== null) refuse('growth.over')
  return { ...two, me: db.by }
}

/** Where news of a pair belongs. */
export const placeOf = ({ organisation, programme }: Partnership) => ({ organisation, programme })
