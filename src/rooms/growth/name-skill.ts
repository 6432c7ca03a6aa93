import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { goingOn, placeOf } from './going-on.ts'
import { limits } from './growth.ts'
import { skillsOf } from './skill-reads.ts'
import { holdPair, insertSkill } from './writes.ts'

/** `text`: a topic's key, or a text of one's own. */
export type NameSkill = { id: string; partnership: string; text: string }

/** Somebody names a skill of their own that they work on with their partner; one that is there is found again. */
export async function nameSkill(tx: Tx, { id, partnership, text }: NameSkill): Promise<{ skill: string }> {
  const { pair, me } = await goingOn(tx, partnership)
  await holdPair(tx, partnership)
  const mine = (await skillsOf(tx, partnership)).filter(({ person }) => person === me)
  const known = mine.find((skill) => skill.id === id || skill.text === text)
  if (known) return { skill: known.id }
  if (mine.length >= limits.skillsMax) refuse('growth.skillsFull', { max: limits.skillsMax })

  const keys = await keysFor(tx, { kind: 'partnership', id: partnership })
  const sealed = keys.seal({ kind: 'skill', item: id, author: me }, { text })
  await insertSkill(tx, { id, partnership, person: me, sealed })
  await tx.note('skill.named', id, placeOf(pair))
  return { skill: id }
}
