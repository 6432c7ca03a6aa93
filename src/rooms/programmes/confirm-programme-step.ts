import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { findProgramme } from './reads.ts'
import { programmeStanding } from './step-reads.ts'
import { insertProgrammeStep } from './writes.ts'

export type ProgrammeStep = { programme: string; stage: string; criterion: string }

/** The coordinator confirms what the programme's stage waits for; the same again changes nothing. */
export async function confirmProgrammeStep(tx: Tx, { programme: id, stage, criterion: key }: ProgrammeStep): Promise<ProgrammeStep> {
  const programme = found(await findProgramme(tx, id))
  mustCoordinate(tx, id)
  const standing = found(await programmeStanding(tx, id))
  if (standing.stage.key !== stage) refuse('programmes.stageLeft')
  if (standing.stage.of !== 'programme') missing()
  if (!standing.stage.leave.some((one) => one.what === 'confirmed' && one.key === key)) missing()
  assert(tx.by, 'somebody confirms')

  const isNew = await insertProgrammeStep(tx, { programme: id, stage, criterion: key, by: tx.by })
  if (isNew)
    await tx.note('programme.step-confirmed', id, { organisation: programme.organisation, programme: id }, { stage, criterion: key })
  return { programme: id, stage, criterion: key }
}
