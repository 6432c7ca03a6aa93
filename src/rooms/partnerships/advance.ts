import type { Db, Tx } from '#ground/db'
import { type Pathway, type Stage, stageOfKey } from '#programmes/pathway'
import { type StageFacts, unmetOf, usualNext } from '#programmes/pathway-moves'
import { pathwayOf } from '#programmes/pathway-reads'
import { enterStage } from './enter-stage.ts'
import { limits } from './partnership.ts'
import type { Partnership } from './reads.ts'
import { daysAwake } from './rests.ts'
import { confirmationsOf, milestonesOf, restsOf, type StageNow, stageOf } from './stage-reads.ts'

/** Where a pair stands on its pathway, with what is known there. */
export type Standing = { pathway: Pathway; stage: Stage; now: StageNow; facts: StageFacts }

export async function standingOf(db: Db, pair: Pick<Partnership, 'id' | 'programme'>): Promise<Standing | undefined> {
  const now = await stageOf(db, pair.id)
  const pathway = await pathwayOf(db, pair.programme)
  const stage = now && stageOfKey(pathway, now.stage)
  if (now === undefined || stage === undefined) return undefined
  const reached = await milestonesOf(db, pair.id)
  const isSince = (at: Temporal.Instant) => Temporal.Instant.compare(at, now.enteredAt) >= 0
  const facts: StageFacts = {
    confirmed: await confirmationsOf(db, pair.id, now),
    reached: (milestone, since) => reached.filter((one) => one.milestone === milestone && (since === 'ever' || isSince(one.at))).length,
    days: daysAwake(await restsOf(db, [pair.id]), now.enteredAt, db.now),
    placesPerHundred: null,
  }
  return { pathway, stage, now, facts }
}

/** Moves a pair on for as long as the exit list of its stage is met; a stage that asks nothing is the end of the road. */
export async function advance(tx: Tx, pair: Partnership): Promise<void> {
  for (let moved = 0; moved < limits.movesAtOnceMax; moved += 1) {
    const standing = await standingOf(tx, pair)
    if (standing === undefined || standing.stage.leave.length === 0) return
    const next = usualNext(standing.stage)
    if (next === undefined || unmetOf(standing.stage, standing.facts).length > 0) return
    await enterStage(tx, pair, { to: next, why: 'met' })
  }
}
