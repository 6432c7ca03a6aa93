import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { profilesOf } from '#people/profile-reads'
import { findProgramme } from '#programmes/reads'
import { limits } from './business.ts'
import type { TypedParticulars } from './businesses.form.ts'
import { businessesOfOwner, findBusiness, programmesToApplyIn } from './reads.ts'
import { addBusiness } from './register-business.ts'

export type ApplyWithBusiness = TypedParticulars & { id: string; programme: string }

/**
 * A mentee of a programme with a bank applies with a business of their own: they are its first owner, and whoever owns it with them is a
 * name. A person decides later. Refuses `businesses.appliedEnough`. The same id twice is one application.
 */
export async function applyWithBusiness(tx: Tx, { owners, ...asked }: ApplyWithBusiness): Promise<{ id: string }> {
  const me = tx.by
  if (me === null || !(await programmesToApplyIn(tx)).includes(asked.programme)) missing()
  const programme = found(await findProgramme(tx, asked.programme))
  if (await findBusiness(tx, asked.id)) return { id: asked.id }
  const owned = (await businessesOfOwner(tx, me)).filter((one) => one.programme === programme.id)
  if (owned.length >= limits.applicationsMax) refuse('businesses.appliedEnough', { max: limits.applicationsMax })

  const [self, ...others] = owners
  const profile = found((await profilesOf(tx, [me])).get(me))
  const first = { person: me, name: profile.fullName, adult: self?.adult ?? false }
  const named = others.map(({ name, adult }) => ({ person: null, name, adult }))
  return addBusiness(tx, programme.organisation, { ...asked, code: null, owners: [first, ...named] })
}
