import type { Db } from '#ground/db'
import { stageOfKey } from '#programmes/pathway'
import { pathwayOf } from '#programmes/pathway-reads'
import { daysAwake } from './rests.ts'
import { pairsUnderWay, restsOf } from './stage-reads.ts'

export type LateStage = {
  id: string
  mentor: string
  mentee: string
  stage: string
  enteredAt: Temporal.Instant
  days: number
  limitDays: number
}

/** Pairs past the limit of a stage that does not move by itself, and not at rest, the longest there first: somebody is told. */
export async function lateStages(db: Db, programme: string): Promise<LateStage[]> {
  const pathway = await pathwayOf(db, programme)
  const pairs = (await pairsUnderWay(db, programme)).filter(({ holds }) => holds.length === 0)
  const rests = Map.groupBy(
    await restsOf(
      db,
      pairs.map(({ id }) => id),
    ),
    ({ partnership }) => partnership,
  )
  const late = pairs.flatMap(({ id, mentor, mentee, stage: key, enteredAt }) => {
    const stage = stageOfKey(pathway, key)
    if (stage?.limitDays == null || stage.late !== 'tells') return []
    const days = daysAwake(rests.get(id) ?? [], enteredAt, db.now)
    return days < stage.limitDays ? [] : [{ id, mentor, mentee, stage: key, enteredAt, days, limitDays: stage.limitDays }]
  })
  return late.sort((one, other) => Temporal.Instant.compare(one.enteredAt, other.enteredAt))
}
