import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { slipsOf } from './check-pathway.ts'
import type { Pathway } from './pathway.ts'
import { type PathwayInForce, questionKindsEver } from './pathway-reads.ts'
import type { Programme } from './programme.ts'
import { insertPathway } from './writes.ts'

/**
 * The next version of a programme's pathway. What pairs may stand in stays, and a question that was ever asked keeps its kind, so that
 * nobody is lost on the way and every answer reads as it was meant.
 */
export async function layPathway(tx: Tx, programme: Programme, now: PathwayInForce, next: Pathway): Promise<void> {
  const slips = slipsOf(next)
  if (slips.length > 0) refuse('programmes.pathwayUnread', { count: slips.length })
  const lost = stagesLost(now.pathway, next)
  if (lost.length > 0) refuse('programmes.pathwayLoses', { count: lost.length, stages: lost.join(', ') })
  const before = kindsIn(now.pathway)
  const isKept = [...kindsIn(next)].every(([question, kind]) => before.get(question) === kind)
  // Every version is read for what is new alone: a programme may have hundreds.
  const ever = isKept ? before : await questionKindsEver(tx, programme.id)
  const changed = [...kindsIn(next)].find(([question, kind]) => (ever.get(question) ?? kind) !== kind)
  if (changed) refuse('programmes.questionKind', { question: changed[0] })
  assert(tx.by, 'somebody lays a pathway')

  const version = now.version + 1
  if (!(await insertPathway(tx, programme.id, version, next, tx.by))) refuse('programmes.pathwayChanged')
  await tx.note('pathway.changed', programme.id, { organisation: programme.organisation, programme: programme.id }, { version })
}

/** Stages in which something may stand now and that the next version no longer has, or has for somebody else. */
function stagesLost(now: Pathway, next: Pathway): string[] {
  return now.stages.filter(({ key, of }) => !next.stages.some((one) => one.key === key && one.of === of)).map(({ key }) => key)
}

/** Of what kind each question is, by its form and its key. */
function kindsIn({ forms }: Pathway): Map<string, string> {
  return new Map(forms.flatMap(({ key: form, questions }) => questions.map(({ key, kind }) => [`${form} ${key}`, kind] as const)))
}
