import type { Db } from '#ground/db'
import { refuse } from '#ground/refusal'
import { isProven } from '#people/sign-in-reads'
import { passkeysOf } from './reads.ts'

/**
 * Refuses `passkeys.proveFirst` where a person has a passkey and the session was not confirmed with one: whoever reads a mailbox could
 * else add a passkey of their own, and so come in for ever.
 */
export async function mustBeProven(db: Db, person: string, session: string): Promise<void> {
  const has = await passkeysOf(db, person)
  if (has.length > 0 && !(await isProven(db, session))) refuse('passkeys.proveFirst')
}
