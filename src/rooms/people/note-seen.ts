import type { Tx } from '#ground/db'
import { insertSighting } from './session-writes.ts'

/** Keeps that a session was used today: what "last seen" and the idle limit go by. */
export async function noteSeen(tx: Tx, { session }: { session: string }): Promise<void> {
  await insertSighting(tx, session)
}
