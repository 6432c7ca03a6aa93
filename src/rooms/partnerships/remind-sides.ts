import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { reminderLetter } from './letters.ts'
import { findPartnership, remindersDue } from './reads.ts'
import { writeToSides } from './write-to-sides.ts'
import { insertReminder } from './writes.ts'

/** Reminds each side that has not answered, once, while there is time. */
export async function remindSides(tx: Tx): Promise<void> {
  for (const { id, side } of await remindersDue(tx)) {
    if (!(await insertReminder(tx, id, side))) continue
    await writeToSides(tx, found(await findPartnership(tx, id)), [{ side, kind: 'partnership.reminder', words: reminderLetter }])
  }
}
