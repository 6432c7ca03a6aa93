import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { type Pathway, type Stage, stageOfKey } from '#programmes/pathway'
import { usualNext } from '#programmes/pathway-moves'
import { pathwayOf } from '#programmes/pathway-reads'
import { advance, standingOf } from './advance.ts'
import { enterStage } from './enter-stage.ts'
import { limits } from './partnership.ts'
import { findPartnership } from './reads.ts'
import { pairsUnderWay } from './stage-reads.ts'
import { holdPartnership } from './writes.ts'

const hoursADay = 24

/** Moves on the pairs whose days have come, and those past a limit after which their stage moves by itself; what rests stays. */
export async function keepStages(tx: Tx): Promise<void> {
  const pathways = new Map<string, Pathway>()
  const moving: string[] = []
  for (const pair of await pairsUnderWay(tx, null)) {
    const pathway = pathways.get(pair.programme) ?? (await pathwayOf(tx, pair.programme))
    pathways.set(pair.programme, pathway)
    const days = movesAfterDays(stageOfKey(pathway, pair.stage))
    if (pair.holds.length === 0 && pair.enteredAt.until(tx.now).total('hours') >= hoursADay * days) moving.push(pair.id)
  }
  for (const id of moving.slice(0, limits.sweptMax).sort()) await keepStage(tx, id)
}

/** After how many days, rests left out, time alone may move a pair on; never where it does not. */
function movesAfterDays(stage: Stage | undefined): number {
  const days = (stage?.leave ?? []).flatMap((one) => (one.what === 'days' ? [one.days] : []))
  const limit = stage?.late === 'moves' && stage.limitDays !== null ? [stage.limitDays] : []
  return Math.min(...days, ...limit, Number.POSITIVE_INFINITY)
}

async function keepStage(tx: Tx, id: string): Promise<void> {
  await holdPartnership(tx, id)
  const pair = found(await findPartnership(tx, id))
  if (pair.endedAt !== null) return
  const before = found(await standingOf(tx, pair))
  await advance(tx, pair)
  const { stage, facts, now } = found(await standingOf(tx, pair))
  const next = usualNext(stage)
  if (now.nth !== before.now.nth || stage.late !== 'moves' || stage.limitDays === null || next === undefined) return
  if (facts.days < stage.limitDays) return
  await enterStage(tx, pair, { to: next, why: 'late' })
}
