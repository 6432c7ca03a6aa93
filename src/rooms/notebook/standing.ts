import { destroyedAt } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { type OfTwo, ofTwo } from '#partnerships/of-two'
import { holdsOf } from '#partnerships/stage-reads'

/** A pair's notebook as one of the two finds it: whether something can be added, and when its texts were destroyed, if they were. */
export type Standing = { two: OfTwo; isOver: boolean; isOnHold: boolean; destroyed: Temporal.Instant | null }

/** `texts`: what was opened of it just now. A text among them shows that its key is there, and saves asking whether it is not. */
export async function standingOf(db: Db, partnership: string, texts: readonly { text: string | null }[]): Promise<Standing> {
  const two = await ofTwo(db, partnership)
  const destroyed = texts.some(({ text }) => text !== null) ? null : await destroyedAt(db, partnership)
  const isOnHold = (await holdsOf(db, partnership)).length > 0
  return { two, isOver: two.pair.endedAt !== null || destroyed !== null, isOnHold, destroyed }
}
