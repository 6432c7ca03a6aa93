import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { findProgramme, rulesInForce } from './reads.ts'
import type { Rules } from './rules.ts'
import { insertRules } from './writes.ts'

export type ChangeRules = { programme: string; version: number; rules: Rules }

/** Puts new rules in force; `version` is the one they were drawn from, so that of two coordinators at once the second is told. */
export async function changeRules(tx: Tx, { programme: id, version, rules }: ChangeRules): Promise<{ programme: string }> {
  const { organisation } = found(await findProgramme(tx, id))
  mustCoordinate(tx, id)
  const now = await rulesInForce(tx, id)
  if (JSON.stringify(now.rules) === JSON.stringify(rules)) return { programme: id }
  if (now.version !== version) refuse('programmes.rulesChanged')

  const isNew = await insertRules(tx, id, version + 1, rules, tx.by ?? refuse('programmes.rulesChanged'))
  if (!isNew) refuse('programmes.rulesChanged')
  await tx.note('rules.changed', id, { organisation, programme: id }, { version: version + 1 })
  return { programme: id }
}
