import type { Tx } from '#ground/db'
import { writeLetter } from '#ground/mail'
import { nudge } from '#ground/nudge'
import type { Language } from '#ground/words'
import { type Batch, batchesToLeave, linesOf } from './batch-reads.ts'
import { insertDeparture } from './today-writes.ts'

/** Lets the letters leave whose minute is over. Who has been reminded twice meanwhile is passed over. */
export async function departBatches(tx: Tx): Promise<void> {
  for (const batch of await batchesToLeave(tx)) await depart(tx, batch)
}

async function depart(tx: Tx, batch: Batch): Promise<void> {
  let written = 0
  let passedOver = 0
  for (const line of await linesOf(tx, batch.id)) {
    const { person, about, nudge: kind, address, title, body } = line
    const nth = await nudge(tx, { about, kind, person })
    if (nth === null) {
      passedOver += 1
      continue
    }
    const language = line.language as Language
    const letter = { kind: 'today.nudge', about: batch.id, recipient: person, version: line.nth, organisation: batch.organisation }
    await writeLetter(tx, { ...letter, address, language, title, body })
    written += 1
  }
  await insertDeparture(tx, { batch: batch.id, written, passedOver })
  await tx.note('letters.left', batch.id, { organisation: batch.organisation }, { written, passedOver })
}
