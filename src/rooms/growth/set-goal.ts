import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { goingOn, placeOf } from './going-on.ts'
import { limits } from './growth.ts'
import { findGoal, goalsOf } from './reads.ts'
import { holdPair, insertGoal, insertVersion } from './writes.ts'

/** `shownBy`: what would show that it is reached. `of`: whose goal it is. */
export type SetGoal = { id: string; partnership: string; text: string; shownBy: string | null; of: 'mentor' | 'mentee' | 'both' }

/** One of the two says what they work towards; so many at a time, and no more. */
export async function setGoal(tx: Tx, { id, partnership, text, shownBy, of }: SetGoal): Promise<{ partnership: string }> {
  const { pair, me } = await goingOn(tx, partnership)
  await holdPair(tx, partnership)
  if (await findGoal(tx, id)) return { partnership }
  const kept = (await goalsOf(tx, partnership)).filter((goal) => goal.kept)
  if (kept.length >= limits.goalsMax) refuse('growth.goalsFull', { max: limits.goalsMax })

  const ofPerson = of === 'both' ? null : pair[of]
  if (!(await insertGoal(tx, { id, partnership, ofPerson, by: me }))) return { partnership }
  const keys = await keysFor(tx, { kind: 'partnership', id: partnership })
  const sealed = keys.seal({ kind: 'goal', item: id, author: me }, { text, shownBy })
  await insertVersion(tx, { id: tx.newId(), goal: id, version: 1, sealed, by: me })
  await tx.note('goal.set', id, placeOf(pair))
  return { partnership }
}
