import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { goingOn, placeOf } from './going-on.ts'
import type { Level } from './growth.ts'
import { findSkill } from './skill-reads.ts'
import { insertAssessment } from './writes.ts'

export type AssessSkill = { id: string; skill: string; level: Level; note: string | null }

/** Its owner says how far they are with it, or their partner says it to them; what was said before stays. */
export async function assessSkill(tx: Tx, { id, skill: which, level, note }: AssessSkill): Promise<{ skill: string }> {
  const { partnership } = found(await findSkill(tx, which))
  const { pair, me } = await goingOn(tx, partnership)
  const keys = await keysFor(tx, { kind: 'partnership', id: partnership })
  const sealed = note === null ? null : keys.seal({ kind: 'assessment', item: id, author: me }, { note })
  if (!(await insertAssessment(tx, { id, skill: which, level, sealed, by: me }))) return { skill: which }
  await tx.note('skill.assessed', which, placeOf(pair))
  return { skill: which }
}
