import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { placeOf } from '#people/people-reads'
import { profilesOf } from '#people/profile-reads'
import { isLastAdministrator } from '#people/role'
import { mustAdminister, rolesIn } from '#people/role-reads'
import { standingWish } from './reads.ts'
import { limits } from './retention.ts'
import { insertWish } from './writes.ts'

/** `code`: the person's own code, typed, so that nobody asks this by a slip of the finger. */
export type AskErasure = { id: string; person: string; code: string }

/**
 * A person asks to be erased, or an administrator for them; it is done some days later, unless it is taken back. The last administrator
 * stays until another is there. Asked twice is asked once.
 */
export async function askErasure(tx: Tx, { id, person, code }: AskErasure): Promise<void> {
  const { organisation } = found(await placeOf(tx, person))
  if (tx.by !== person) await mustAdminister(tx, organisation)
  const profile = (await profilesOf(tx, [person])).get(person) ?? missing()
  if (profile.code.toLowerCase() !== code.toLowerCase()) refuse('retention.otherCode')
  if (await standingWish(tx, person)) return
  const roles = await rolesIn(tx, organisation)
  if (roles.some((role) => role.person === person && isLastAdministrator(role, roles))) refuse('people.lastAdministrator')

  const dueAt = tx.now.add({ hours: 24 * limits.erasureDaysWait })
  if (await insertWish(tx, { id, person, organisation, dueAt })) await tx.note('erasure.asked', person, { organisation })
}
