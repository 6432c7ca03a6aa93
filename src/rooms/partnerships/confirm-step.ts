import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { stageOfKey } from '#programmes/pathway'
import type { Doer } from '#programmes/pathway-moves'
import { pathwayOf } from '#programmes/pathway-reads'
import { advance } from './advance.ts'
import { coordinatesPair } from './may-answer.ts'
import { sideOf } from './partnership.ts'
import { findPartnership } from './reads.ts'
import { confirmationsOf, stageOf } from './stage-reads.ts'
import { insertConfirmation } from './stage-writes.ts'
import { holdPartnership } from './writes.ts'

export type Confirmed = { partnership: string; stage: string; criterion: string }

const mayBy: Record<'mentor' | 'mentee' | 'both' | 'either' | 'coordinator', readonly Doer[]> = {
  mentor: ['mentor'],
  mentee: ['mentee'],
  both: ['mentor', 'mentee'],
  either: ['mentor', 'mentee'],
  coordinator: ['coordinator'],
}

/** Somebody confirms what the stage waits for; the same again changes nothing. A stage that was left meanwhile is refused by name. */
export async function confirmStep(tx: Tx, { partnership: id, stage: stageKey, criterion: key }: Confirmed): Promise<void> {
  await holdPartnership(tx, id)
  const pair = found(await findPartnership(tx, id))
  const doer = sideOf(pair, tx.scope.person) ?? (coordinatesPair(tx, pair) ? 'coordinator' : missing())
  const stage = stageOfKey(await pathwayOf(tx, pair.programme), stageKey)
  const criterion = stage?.leave.find((one) => one.what === 'confirmed' && one.key === key)
  if (criterion?.what !== 'confirmed' || !mayBy[criterion.by].includes(doer)) missing()
  if (pair.endedAt !== null) refuse('partnerships.ended')
  if ((await confirmationsOf(tx, id, { stage: stageKey })).get(key)?.has(doer)) return
  if ((await stageOf(tx, id))?.stage !== stageKey) refuse('partnerships.stageLeft')
  assert(tx.by, 'somebody confirms')

  if (!(await insertConfirmation(tx, { partnership: id, stage: stageKey, criterion: key, doer, by: tx.by }))) return
  await tx.note('step.confirmed', id, { organisation: pair.organisation, programme: pair.programme }, { stage: stageKey, criterion: key })
  await advance(tx, pair)
}
