import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { placeOf } from '#people/people-reads'
import { mustAdminister } from '#people/role-reads'
import { passkeysOf, sheetOf } from './reads.ts'
import { insertEnd, insertSheetEnd, lockWaysIn } from './writes.ts'

/**
 * An administrator lifts all passkeys of somebody who has lost them, and their recovery codes with them; that person begins again by
 * letter. Refuses `passkeys.ownLift`: nobody lifts what guards their own role. The news tells the person and signs them out everywhere.
 */
export async function liftPasskeys(tx: Tx, { person }: { person: string }): Promise<void> {
  const { organisation } = found(await placeOf(tx, person))
  await mustAdminister(tx, organisation)
  if (person === tx.by) refuse('passkeys.ownLift')
  await lockWaysIn(tx, person)
  const has = await passkeysOf(tx, person)
  if (has.length === 0) return

  for (const { id } of has) await insertEnd(tx, id)
  const sheet = await sheetOf(tx, person)
  if (sheet) await insertSheetEnd(tx, sheet.id)
  await tx.note('passkeys.lifted', person, { organisation }, { count: has.length })
}
