import type { Db } from '#ground/db'
import { missing } from '#ground/refusal'
import { mayCoordinate } from '#people/may'
import { type Side, sideOf } from './partnership.ts'

type Pair = { programme: string; mentor: string; mentee: string }

/** Whether the asker sees the pair as its coordinator: never one's own pair, so that nobody learns there what a partner does not. */
export function coordinatesPair(db: Db, pair: Pair): boolean {
  return mayCoordinate(db, pair.programme) && sideOf(pair, db.scope.person) === null
}

/**
 * Whose answer is given: one's own, or, by the coordinator, that of the side named, as told by telephone.
 * To anybody else, and for the other side of one's own pair, it is not there.
 */
export function sideAnswered(db: Db, pair: Pair, asked: Side | null): Side {
  const own = sideOf(pair, db.scope.person)
  if (own !== null && (asked === null || asked === own)) return own
  if (asked !== null && coordinatesPair(db, pair)) return asked
  return missing()
}
