import type { Tx } from '#ground/db'
import { removeOldLinks } from './sign-in-writes.ts'

/** Forgets yesterday's sign-in links, and with them which addresses and networks asked. */
export async function sweepSignIns(tx: Tx): Promise<void> {
  await removeOldLinks(tx)
}
