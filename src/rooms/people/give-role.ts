import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { placeOf } from './people-reads.ts'
import type { RoleName } from './role.ts'
import { mustAdminister, rolesIn } from './role-reads.ts'
import { insertRole, lockRolesOf } from './writes.ts'

/** `programme` only for an officer for safeguarding; without one it is for the whole organisation. */
export type GiveRole = { id: string; person: string; role: RoleName; programme?: string | null }

/** Makes a person a coordinator, an administrator or an officer for safeguarding of their organisation; who is one already stays one. */
export async function giveRole(tx: Tx, { id, person, role, programme = null }: GiveRole): Promise<void> {
  const { organisation } = found(await placeOf(tx, person))
  await mustAdminister(tx, organisation)
  assert(programme === null || role === 'safeguarding', 'only an officer for safeguarding is given programme by programme')
  await lockRolesOf(tx, organisation)
  const has = (await rolesIn(tx, organisation)).some(
    (given) => given.person === person && given.role === role && given.programme === programme,
  )
  if (has) return

  const isNew = await insertRole(tx, { id, person, role, organisation, programme })
  if (isNew) await tx.note('role.given', id, { organisation }, { role })
}
