import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { giveRole } from '#people/give-role'
import { personByCode } from '#people/profile-reads'
import { mustAdminister } from '#people/role-reads'
import { findProgramme } from '#programmes/reads'

export type NameOfficer = { id: string; organisation: string; code: string; programme: string | null }

/**
 * Makes a person an officer for safeguarding, of the organisation or of one programme. Only an administrator does; it makes nobody
 * who runs either one an officer. Refuses `concerns.noSuchPerson`.
 */
export async function nameOfficer(tx: Tx, { id, organisation, code, programme }: NameOfficer): Promise<void> {
  await mustAdminister(tx, organisation)
  if (programme !== null && found(await findProgramme(tx, programme)).organisation !== organisation) missing()
  const person = (await personByCode(tx, organisation, code)) ?? refuse('concerns.noSuchPerson', { code })
  await giveRole(tx, { id, person: person.id, role: 'safeguarding', programme })
}
