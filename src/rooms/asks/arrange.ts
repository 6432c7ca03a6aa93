import type { Tx } from '#ground/db'
import type { Ask } from './reads.ts'

type Agreed = { ask: Ask; host: string; startsAt: Temporal.Instant; minutes: number; zone: string }

/** Puts what the two agreed into both calendars. */
export async function arrange(_tx: Tx, _agreed: Agreed): Promise<void> {}
