import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { sayTo, unknownReader } from '#ground/words'
import { mustCoordinate } from '#people/may'
import { sayTexts } from './pathway-forms.ts'
import { criterionName, unmetOf } from './pathway-moves.ts'
import { programmeMoves } from './programme-road.ts'
import { findProgramme } from './reads.ts'
import { programmeStanding } from './step-reads.ts'
import { insertProgrammeStage } from './writes.ts'

/** `from` is the stage that the coordinator saw; `reason` is given where something is not met. */
export type MoveProgramme = { programme: string; from: string; to: string; reason: string | null }

/** A programme comes to its next stage, where the pathway leads: its exit list is met, or a reason says why it goes on all the same. */
export async function moveProgramme(tx: Tx, { programme: id, from, to, reason }: MoveProgramme): Promise<{ programme: string }> {
  const programme = found(await findProgramme(tx, id))
  mustCoordinate(tx, id)
  const { pathway, stage, nth, facts } = found(await programmeStanding(tx, id))
  if (stage.key === to) return { programme: id }
  if (stage.key !== from) refuse('programmes.stageLeft')
  const possible = programmeMoves(pathway, from)
  if (!possible.some(({ key }) => key === to)) {
    const say = sayTo({ ...unknownReader, language: 'en' })
    refuse('programmes.noSuchMove', { count: possible.length, possible: possible.map(({ name }) => sayTexts(say, name)).join(', ') })
  }
  const unmet = unmetOf(stage, facts).map(criterionName)
  if (unmet.length > 0 && reason === null) refuse('programmes.stageUnmet', { count: unmet.length })
  assert(tx.by, 'somebody moves a programme')

  const row = { programme: id, nth: nth + 1, stage: to, by: tx.by, unmet, reason: unmet.length > 0 ? reason : null }
  if (!(await insertProgrammeStage(tx, row))) refuse('programmes.stageLeft')
  await tx.note('programme.stage-entered', id, { organisation: programme.organisation, programme: id }, { stage: to, nth: nth + 1 })
  return { programme: id }
}
