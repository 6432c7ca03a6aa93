import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { placeOf } from './people-reads.ts'
import type { RoleName } from './role.ts'
import { mustAdminister, rolesIn } from './role-reads.ts'
import { insertRole, lockRolesOf } from './writes.ts'

export type GiveRole = { id: string; person: string; role: RoleName }

/** Makes a person a coordinator or an administrator of their organisation; who is one already stays one. */
export async function giveRole(tx: Tx, { id, person, role }: GiveRole): Promise<void> {
  const { organisation } = found(await placeOf(tx, person))
  await mustAdminister(tx, organisation)
  await lockRolesOf(tx, organisation)
  const has = (await rolesIn(tx, organisation)).some((given) => given.person === person && given.role === role)
  if (has) return

  const isNew = await insertRole(tx, { id, person, role, organisation })
  if (isNew) await tx.note('role.given', id, { organisation }, { role })
}
