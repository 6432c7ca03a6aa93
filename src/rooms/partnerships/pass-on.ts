import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { enrolMany } from '#programmes/enrol'
import { hasUsualSides } from '#programmes/pathway'
import { pathwayOf } from '#programmes/pathway-reads'
import { stageOn } from '#programmes/programme'
import { findProgramme } from '#programmes/reads'
import { isClosing } from './leaving.ts'
import { insertLamp } from './leaving-writes.ts'
import { ofTwo } from './of-two.ts'
import { stageOf } from './stage-reads.ts'

export type PassOn = { id: string; partnership: string }

/** A mentee becomes a mentor in the same programme, by their own yes; who lit their lamp is remembered. Twice is once. */
export async function passOn(tx: Tx, { id, partnership }: PassOn): Promise<void> {
  const { pair, side } = await ofTwo(tx, partnership)
  if (side !== 'mentee') refuse('partnerships.mentorAlready')
  const programme = found(await findProgramme(tx, pair.programme))
  const pathway = await pathwayOf(tx, programme.id)
  if (!hasUsualSides(pathway)) refuse('partnerships.notPassedOn')
  const stage = await stageOf(tx, partnership)
  if (!isClosing(pathway, pair, stage?.stage)) refuse('partnerships.notClosing')
  if (stageOn(programme, tx.now.toZonedDateTimeISO('UTC').toPlainDate()) === 'over') refuse('partnerships.programmeOver')
  assert(tx.by, 'somebody says yes')

  if (!(await insertLamp(tx, { partnership, person: tx.by, litBy: pair.mentor, programme: programme.id }))) return
  await enrolMany(tx, programme, [{ id, programme: programme.id, person: tx.by, side: 'mentor' }])
  await tx.note('lamp.lit', partnership, { organisation: pair.organisation, programme: programme.id })
}
