import type { Tx } from '#ground/db'
import { nudge } from '#ground/nudge'
import { found } from '#ground/refusal'
import { clockOf, remindersDue } from './reads.ts'
import { readersOf, writeToReaders } from './write-to-officers.ts'
import { insertReminder } from './writes.ts'

/** Reminds the officers when half of the time is gone and when all of it is, once each; where there are none, the administrators. */
export async function remindOfficers(tx: Tx): Promise<void> {
  for (const { id, which } of await remindersDue(tx)) {
    if (!(await insertReminder(tx, id, which))) continue
    const concern = found(await clockOf(tx, id))
    const { people, areOfficers } = await readersOf(tx, concern)
    for (const person of people) {
      const nth = await nudge(tx, { about: id, kind: 'concern.due', person })
      if (nth === null) continue
      // The first letter to administrators was version 1.
      const letter = areOfficers ? ({ kind: which } as const) : ({ kind: 'unnamed', version: nth + 1 } as const)
      await writeToReaders(tx, concern, { people: [person], about: id, ...letter })
    }
  }
}
