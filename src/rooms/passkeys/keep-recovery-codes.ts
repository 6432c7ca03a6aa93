import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { mustBe } from '#people/may'
import { mustBeProven } from './must-be-proven.ts'
import { passkeysOf } from './reads.ts'
import { codeHashOf, codesFrom } from './recovery-code.ts'
import { insertCodes, insertSheet, lockWaysIn } from './writes.ts'

/** `secret`: what the ten codes come from, as the page showed them; it is not kept. */
export type KeepRecoveryCodes = { id: string; secret: string; person: string; session: string }

/** Puts ten codes in force, which voids those of before. Refuses `passkeys.noneYet`: codes stand in for a passkey. */
export async function keepRecoveryCodes(tx: Tx, { id, secret, person, session }: KeepRecoveryCodes): Promise<void> {
  mustBe(tx, person)
  await lockWaysIn(tx, person)
  if ((await passkeysOf(tx, person)).length === 0) refuse('passkeys.noneYet')
  await mustBeProven(tx, person, session)
  const organisation = tx.scope.home
  assert(organisation, 'a person belongs to an organisation')

  const isNew = await insertSheet(tx, { id, person, organisation })
  if (!isNew) return
  const hashes = codesFrom(secret).map((code) => codeHashOf(id, code))
  await insertCodes(tx, id, hashes)
  await tx.note('recovery-codes.kept', id, { organisation })
}
