import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { makeOccurrences } from './make-occurrences.ts'
import { mayPlan, plannable, type SaidTime } from './may-plan.ts'
import { holdPair, insertRhythm, insertRhythmEnd } from './meeting-writes.ts'
import { findRhythm, rhythmOf } from './rhythm-reads.ts'

export type SetRhythm = SaidTime & { id: string; partnership: string; everyWeeks: number; minutes: number }

/** A standing rhythm from a first meeting on: every so many weeks, at that time on the wall. A new one takes the place of the old. */
export async function setRhythm(tx: Tx, { id, partnership, everyWeeks, minutes, ...said }: SetRhythm): Promise<{ partnership: string }> {
  await holdPair(tx, partnership)
  const { pair } = await mayPlan(tx, partnership)
  const { local, zone } = plannable(tx.now, said)
  const before = await rhythmOf(tx, partnership)
  if (before?.id === id) return { partnership }
  assert(tx.by, 'somebody sets it')

  const row = { id, partnership, everyWeeks, firstDay: local.toPlainDate(), wallTime: local.toPlainTime(), zone, minutes, by: tx.by }
  if (!(await insertRhythm(tx, row))) return { partnership }
  if (before) await insertRhythmEnd(tx, before.id)
  await tx.note('rhythm.set', partnership, { organisation: pair.organisation, programme: pair.programme }, { everyWeeks })
  const rhythm = await findRhythm(tx, id)
  if (rhythm) await makeOccurrences(tx, rhythm)
  return { partnership }
}
