import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { placeOf } from '#people/people-reads'
import { mustAdminister } from '#people/role-reads'
import { endAll, lockWaysIn } from './writes.ts'

/**
 * An administrator, or who keeps the server, lifts all passkeys and recovery codes of somebody who has lost them, who begins again by
 * letter. Refuses `passkeys.ownLift`: nobody lifts what guards their own role. The news tells the person and signs them out everywhere.
 */
export async function liftPasskeys(tx: Tx, { person }: { person: string }): Promise<void> {
  const { organisation } = found(await placeOf(tx, person))
  await mustAdminister(tx, organisation)
  if (person === tx.by) refuse('passkeys.ownLift')
  await lockWaysIn(tx, person)
  const count = await endAll(tx, person)
  if (count > 0) await tx.note('passkeys.lifted', person, { organisation }, { count })
}
