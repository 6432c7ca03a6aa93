import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { personByCode } from '#people/profile-reads'
import { findProgramme } from '#programmes/reads'
import type { Owner } from './business.ts'
import type { TypedBusiness, TypedChange, TypedOwner } from './businesses.form.ts'
import { findBusiness } from './reads.ts'
import { changeBusiness, registerBusiness } from './register-business.ts'

/** Registers a business whose owners were typed by name or code; refuses `businesses.ownerCode` where nobody has the code. */
export async function registerTyped(tx: Tx, { owners, ...asked }: TypedBusiness): Promise<{ id: string }> {
  const programme = found(await findProgramme(tx, asked.programme))
  return registerBusiness(tx, { ...asked, owners: await ownersOf(tx, programme.organisation, owners) })
}

export async function changeTyped(tx: Tx, { owners, ...asked }: TypedChange): Promise<{ business: string }> {
  const business = found(await findBusiness(tx, asked.business))
  return changeBusiness(tx, { ...asked, owners: await ownersOf(tx, business.organisation, owners) })
}

async function ownersOf(tx: Tx, organisation: string, typed: readonly TypedOwner[]): Promise<Owner[]> {
  const owners: Owner[] = []
  for (const { name, code, adult } of typed) {
    const person = code === null ? null : ((await personByCode(tx, organisation, code)) ?? refuse('businesses.ownerCode', { code }))
    owners.push({ person: person?.id ?? null, name: name || (person?.fullName ?? ''), adult })
  }
  return owners
}
