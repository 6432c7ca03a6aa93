import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { isLastAdministrator } from './role.ts'
import { findRole, mustAdminister, rolesIn } from './role-reads.ts'
import { insertRoleEnd, lockRolesOf } from './writes.ts'

/** Ends a role at once. Refuses `people.lastAdministrator`: somebody must be left to give roles. Ended twice is ended once. */
export async function endRole(tx: Tx, { role: id }: { role: string }): Promise<{ person: string }> {
  const role = found(await findRole(tx, id))
  await mustAdminister(tx, role.organisation)
  await lockRolesOf(tx, role.organisation)
  const inForce = await rolesIn(tx, role.organisation)
  if (!inForce.some((given) => given.id === id)) return { person: role.person }
  if (isLastAdministrator(role, inForce)) refuse('people.lastAdministrator')

  const isNew = await insertRoleEnd(tx, id)
  if (isNew) await tx.note('role.ended', id, { organisation: role.organisation }, { role: role.role })
  return { person: role.person }
}
