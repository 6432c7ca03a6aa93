import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { goingOn, placeOf } from './going-on.ts'
import { limits } from './growth.ts'
import { findGoal, isVersionKnown } from './reads.ts'
import { insertVersion } from './writes.ts'

/** `id` is that of the new version; `version` the one that its writer had before them. */
export type RewordGoal = { id: string; goal: string; version: number; text: string; shownBy: string | null }

/** A changed text is a new version. Who wrote against one that is no longer the latest is shown both, and nothing is lost. */
export async function rewordGoal(tx: Tx, { id, goal: which, version, text, shownBy }: RewordGoal): Promise<{ goal: string }> {
  const goal = found(await findGoal(tx, which))
  const { pair, me } = await goingOn(tx, goal.partnership)
  if (await isVersionKnown(tx, id)) return { goal: which }
  if (goal.text === text && goal.shownBy === shownBy) return { goal: which }
  if (goal.version !== version) refuse('growth.reworded')
  if (version >= limits.versionsMax) refuse('growth.versionsFull', { max: limits.versionsMax })

  const keys = await keysFor(tx, { kind: 'partnership', id: goal.partnership })
  const sealed = keys.seal({ kind: 'goal', item: which, author: me, version: version + 1 }, { text, shownBy })
  // Of two at the same moment the second finds its number taken.
  const isNew = await insertVersion(tx, { id, goal: which, version: version + 1, sealed, by: me })
  if (!isNew) refuse('growth.reworded')
  await tx.note('goal.reworded', which, placeOf(pair))
  return { goal: which }
}
