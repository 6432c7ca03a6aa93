import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { comingOfPair } from './meeting-reads.ts'
import { insertCancellation, insertRhythmEnd } from './meeting-writes.ts'
import { rhythmOf } from './rhythm-reads.ts'

/** A partnership ended: its rhythm stops, and its coming meetings leave both calendars. */
export async function cancelComing(tx: Tx, { subject: partnership }: Pick<News, 'subject'>): Promise<void> {
  const rhythm = await rhythmOf(tx, partnership)
  if (rhythm) await insertRhythmEnd(tx, rhythm.id)
  await cancelAll(tx, partnership)
}

/** A partnership rests: its coming meetings leave both calendars, in neutral words; the rhythm goes on when it does. */
export async function cancelHeld(tx: Tx, { subject: partnership }: Pick<News, 'subject'>): Promise<void> {
  await cancelAll(tx, partnership)
}

async function cancelAll(tx: Tx, partnership: string): Promise<void> {
  for (const meeting of await comingOfPair(tx, partnership)) {
    if (!(await insertCancellation(tx, meeting.id))) continue
    await tx.note('meeting.cancelled', meeting.id, { organisation: meeting.organisation, programme: meeting.programme }, {})
  }
}
