import type { Tx } from '#ground/db'
import { findPartnership } from '#partnerships/reads'
import { holdsOf } from '#partnerships/stage-reads'
import { arrangeMeeting } from './arrange-meeting.ts'
import { limits } from './meeting.ts'
import { comingOfPair } from './meeting-reads.ts'
import { holdPair } from './meeting-writes.ts'
import { nextOccurrences } from './occurrences.ts'
import { daysMade, findRhythm, type Rhythm, rhythmsKept } from './rhythm-reads.ts'

/** Makes the next meetings of every rhythm that is kept; by the clock. */
export async function makeAllOccurrences(tx: Tx): Promise<void> {
  for (const rhythm of await rhythmsKept(tx)) await makeOccurrences(tx, rhythm)
}

/** The next two meetings of a rhythm, where they are not made; none while the partnership rests or once it has ended. */
export async function makeOccurrences(tx: Tx, rhythm: Rhythm): Promise<void> {
  const { id, partnership, minutes } = rhythm
  const ahead = async () => (await comingOfPair(tx, partnership)).filter((one) => one.rhythm === id).length
  if ((await ahead()) >= limits.rhythmAhead) return
  await holdPair(tx, partnership)
  const pair = await findPartnership(tx, partnership)
  if (pair === undefined || pair.endedAt !== null || (await findRhythm(tx, id)) === undefined) return
  if ((await holdsOf(tx, partnership)).length > 0) return
  const made = await daysMade(tx, id)
  const { organisation, programme, mentor: host, mentee: guest } = pair
  for (const { at: startsAt, zone } of nextOccurrences(rhythm, tx.now, made, limits.rhythmAhead - (await ahead()))) {
    const meeting = { id: tx.newId(), partnership, ask: null, rhythm: id, organisation, programme, host, guest }
    await arrangeMeeting(tx, { ...meeting, startsAt, zone, minutes, place: null })
  }
}
