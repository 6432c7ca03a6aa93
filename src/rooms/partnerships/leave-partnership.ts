import type { Tx } from '#ground/db'
import { endPartnership } from './end-partnership.ts'
import type { NeutralText } from './leaving.ts'
import { ofTwo } from './of-two.ts'
import { wishRematch } from './wish-rematch.ts'
import { holdPartnership } from './writes.ts'

/** `again`: the mentee would like another partner. */
export type LeavePartnership = { partnership: string; text: NeutralText; again: boolean }

/**
 * Either side ends it, from any stage, at rest or not, without a reason and without blame. Nobody is told who pressed. Twice is once;
 * what ended meanwhile stays as it ended.
 */
export async function leavePartnership(tx: Tx, { partnership, text, again }: LeavePartnership): Promise<void> {
  await holdPartnership(tx, partnership)
  const { pair, side } = await ofTwo(tx, partnership)
  const seeksAnother = again && side === 'mentee'
  if (pair.endedAt === null) {
    await endPartnership(tx, { partnership, reason: seeksAnother ? 'rematched' : 'no-fault', neutralText: text })
  }
  if (seeksAnother) await wishRematch(tx, { partnership })
}
