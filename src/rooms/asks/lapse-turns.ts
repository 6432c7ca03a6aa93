import type { Tx } from '#ground/db'
import { turnsOverdue } from './due-reads.ts'
import { moveOn } from './move-on.ts'
import { turnsOf } from './reads.ts'
import { holdAsk, insertTurnEnd } from './writes.ts'

/** Silence is an answer too: who did not answer in time is passed, and the next is asked. A yes at the last moment counts. */
export async function lapseTurns(tx: Tx): Promise<void> {
  for (const { ask, nth } of await turnsOverdue(tx)) {
    await holdAsk(tx, ask)
    const isOpen = (await turnsOf(tx, ask)).some((turn) => turn.nth === nth && turn.isOpen)
    if (!isOpen) continue
    await insertTurnEnd(tx, ask, nth)
    await moveOn(tx, { subject: ask })
  }
}
