import { destroyedAt } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { found, missing } from '#ground/refusal'
import { type Correspondent, correspondentsOf } from './correspondent.ts'
import { otherSide, type Side, sideOf } from './partnership.ts'
import { findPartnership, type Partnership } from './reads.ts'

/** A pair as one of its two sees it. `destroyedAt`: when what they wrote was destroyed. */
export type OfTwo = { pair: Partnership; side: Side; partner: Correspondent; destroyedAt: Temporal.Instant | null }

/** The asker's own pair, in which both have said yes, ended or not; to anybody else it is not there. */
export async function ofTwo(db: Db, partnership: string): Promise<OfTwo> {
  const pair = found(await findPartnership(db, partnership))
  const side = sideOf(pair, db.scope.person) ?? missing()
  if (!pair.isAgreed) missing()
  const partner = pair[otherSide(side)]
  const names = await correspondentsOf(db, [partner])
  return { pair, side, partner: found(names.get(partner)), destroyedAt: await destroyedAt(db, pair.id) }
}
