import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { mustBe } from '#people/may'
import { mustBeProven } from './must-be-proven.ts'
import { passkeyOwner, passkeysOf, sheetOf } from './reads.ts'
import { insertEnd, insertSheetEnd, lockWaysIn } from './writes.ts'

export type RemovePasskey = { passkey: string; session: string; isRequired: boolean }

/**
 * Takes away one of one's own passkeys; with the last, the recovery codes end too. Refuses `passkeys.lastOne` while the role of its
 * person requires one. Removed twice is removed once.
 */
export async function removePasskey(tx: Tx, { passkey, session, isRequired }: RemovePasskey): Promise<void> {
  const owner = found(await passkeyOwner(tx, passkey))
  mustBe(tx, owner.person)
  await lockWaysIn(tx, owner.person)
  const has = await passkeysOf(tx, owner.person)
  if (!has.some(({ id }) => id === passkey)) return
  await mustBeProven(tx, owner.person, session)
  if (isRequired && has.length === 1) refuse('passkeys.lastOne')

  await insertEnd(tx, passkey)
  const sheet = has.length === 1 ? await sheetOf(tx, owner.person) : undefined
  if (sheet) await insertSheetEnd(tx, sheet.id)
  await tx.note('passkey.removed', passkey, { organisation: owner.organisation })
}
