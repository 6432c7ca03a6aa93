import type { Tx } from '#ground/db'
import { nudge } from '#ground/nudge'
import { found } from '#ground/refusal'
import { turnsToRemind } from './due-reads.ts'
import { reminderLetter } from './letters.ts'
import { findAsk } from './reads.ts'
import { writeTo } from './write-to.ts'
import { insertReminder } from './writes.ts'

/** Reminds who is asked and has not answered, once, while there is time. */
export async function remindAsked(tx: Tx): Promise<void> {
  for (const { ask, nth, person, until } of await turnsToRemind(tx)) {
    if (!(await insertReminder(tx, ask, nth))) continue
    if ((await nudge(tx, { about: ask, kind: 'ask.reminder', person })) === null) continue
    await writeTo(tx, found(await findAsk(tx, ask)), person, { kind: 'ask.reminder', words: reminderLetter, until })
  }
}
