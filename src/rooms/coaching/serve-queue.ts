import type { Tx } from '#ground/db'
import { Refusal } from '#ground/refusal'
import { shortOf } from './book-coaching.ts'
import { banksWaiting, queueOf } from './reads.ts'

/** Reserves for those who wait, in the order in which they booked, until money is short again: nobody is overtaken. */
export async function serveQueues(tx: Tx): Promise<void> {
  for (const bank of await banksWaiting(tx)) await serveQueue(tx, bank)
}

async function serveQueue(tx: Tx, bank: string): Promise<void> {
  for (const meeting of await queueOf(tx, bank)) {
    const outcome = await served(tx, meeting)
    if (outcome === 'short') return
    if (outcome === 'served') await tx.note('coaching.booked', meeting.id, meeting, { minutes: meeting.minutes })
  }
}

/** Whose own minutes or own share are short holds up nobody else. */
async function served(tx: Tx, meeting: Parameters<typeof shortOf>[1]): Promise<'served' | 'short' | 'passed'> {
  try {
    return (await shortOf(tx, meeting)) === null ? 'served' : 'short'
  } catch (error) {
    if (error instanceof Refusal) return 'passed'
    throw error
  }
}
