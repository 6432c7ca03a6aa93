import type { Tx } from '#ground/db'
import { hasAdministrator } from './sign-in-reads.ts'
import { replaceFoundingLink } from './sign-in-writes.ts'

const validYears = 100

/**
 * The link by which the first administrator founds the house: valid until it is used, or until the process makes the next one.
 * Null when there is an administrator already.
 */
export async function makeFirstAdministratorLink(tx: Tx): Promise<string | null> {
  if (await hasAdministrator(tx)) return null
  const token = tx.newSecret()
  await replaceFoundingLink(tx, token, tx.now.add({ hours: 24 * 365 * validYears }))
  return token
}
