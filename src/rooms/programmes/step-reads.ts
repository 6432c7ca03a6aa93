import type { Db } from '#ground/db'
import { programmeFigures } from './figures.ts'
import { type Pathway, type Stage, stageOfKey } from './pathway.ts'
import type { StageFacts } from './pathway-moves.ts'
import { pathwayOf } from './pathway-reads.ts'
import { openingStage, personSteps, programmeFacts } from './programme-road.ts'
import { enrolmentsIn } from './reads.ts'

export type StepRow = { criterion: string; at: Temporal.Instant; by: string }

/** Where a programme stands before its pairs, and what is known there. */
export type ProgrammeStanding = { pathway: Pathway; stage: Stage; nth: number; facts: StageFacts; steps: StepRow[] }

export async function programmeStanding(db: Db, programme: string): Promise<ProgrammeStanding | undefined> {
  const pathway = await pathwayOf(db, programme)
  const last = await db
    .selectFrom('programmeStages')
    .select(['stage', 'nth'])
    .where('programme', '=', programme)
    .orderBy('nth', 'desc')
    .executeTakeFirst()
  const stage = last ? stageOfKey(pathway, last.stage) : openingStage(pathway)
  if (stage === undefined) return undefined
  const steps = await db
    .selectFrom('programmeSteps')
    .select(['criterion', 'at', 'by'])
    .where('programme', '=', programme)
    .where('stage', '=', stage.key)
    .execute()
  const confirmed = steps.map(({ criterion }) => criterion)
  return { pathway, stage, nth: last?.nth ?? 0, steps, facts: programmeFacts(confirmed, await programmeFigures(db, programme)) }
}

export type EnrolmentStep = StepRow & { enrolment: string; stage: string }

export async function stepsOfEnrolment(db: Db, enrolment: string): Promise<EnrolmentStep[]> {
  return db
    .selectFrom('enrolmentSteps')
    .select(['enrolment', 'stage', 'criterion', 'at', 'by'])
    .where('enrolment', '=', enrolment)
    .execute()
}

/** Enrolments of which something must be confirmed before they are paired, and is not yet. */
export async function heldBack(db: Db, programme: string): Promise<Set<string>> {
  const pathway = await pathwayOf(db, programme)
  const musts = (side: 'mentor' | 'mentee') => personSteps(pathway, side).filter(({ criterion }) => criterion.level === 'must')
  if (musts('mentor').length + musts('mentee').length === 0) return new Set()
  const rows = await db
    .selectFrom('enrolmentSteps')
    .select(['enrolment', 'stage', 'criterion'])
    .where('programme', '=', programme)
    .execute()
  const done = new Set(rows.map(({ enrolment, stage, criterion }) => `${enrolment} ${stage} ${criterion}`))
  const enrolled = await enrolmentsIn(db, programme)
  const held = enrolled.filter(({ id, side }) =>
    musts(side).some(({ stage, criterion }) => !done.has(`${id} ${stage.key} ${criterion.key}`)),
  )
  return new Set(held.map(({ id }) => id))
}
