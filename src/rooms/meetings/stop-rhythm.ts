import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { ofTwo } from '#partnerships/of-two'
import { comingOfPair } from './meeting-reads.ts'
import { holdPair, insertCancellation, insertRhythmEnd } from './meeting-writes.ts'
import { findRhythm } from './rhythm-reads.ts'

/** Ends a rhythm; its meetings that are to come are cancelled, those that were moved by hand too. */
export async function stopRhythm(
  tx: Tx,
  { rhythm: id, partnership }: { rhythm: string; partnership: string },
): Promise<{ partnership: string }> {
  await holdPair(tx, partnership)
  const { pair } = await ofTwo(tx, partnership)
  const rhythm = await findRhythm(tx, id)
  if (rhythm === undefined) return { partnership }
  found(rhythm.partnership === partnership ? rhythm : undefined)

  await insertRhythmEnd(tx, id)
  await tx.note('rhythm.stopped', partnership, { organisation: pair.organisation, programme: pair.programme }, {})
  for (const meeting of await comingOfPair(tx, partnership)) {
    if (meeting.rhythm !== id || !(await insertCancellation(tx, meeting.id))) continue
    await tx.note('meeting.cancelled', meeting.id, { organisation: pair.organisation, programme: pair.programme }, {})
  }
  return { partnership }
}
