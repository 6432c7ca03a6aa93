import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { profilesOf } from '#people/profile-reads'
import { findProgramme } from '#programmes/reads'
import { type Business, limits, type Particulars } from './business.ts'
import { businessByCode, countBusinesses, findBusiness } from './reads.ts'
import { insertBusiness, insertParticulars } from './writes.ts'

/** Without a code the house gives the next one. */
export type RegisterBusiness = Particulars & { id: string; programme: string; code: string | null }

/** Registers a business of a programme, once for an id. Refuses `businesses.codeTaken` and owners whom the house does not know. */
export async function registerBusiness(tx: Tx, { id, programme: which, code, ...particulars }: RegisterBusiness): Promise<{ id: string }> {
  mustCoordinate(tx, which)
  const programme = found(await findProgramme(tx, which))
  if (await findBusiness(tx, id)) return { id }
  await mustKnowOwners(tx, particulars)
  const given = code ?? (await nextCode(tx, which))
  if (await businessByCode(tx, which, given)) refuse('businesses.codeTaken', { code: given })

  const place = { organisation: programme.organisation, programme: which }
  if (!(await insertBusiness(tx, { id, ...place, code: given }))) return { id }
  await insertParticulars(tx, id, 1, particulars)
  await tx.note('business.registered', id, place)
  return { id }
}

export type ChangeBusiness = Particulars & { business: string; version: number }

/** Writes what is known of a business anew; refuses `businesses.changed` where somebody else did so meanwhile. */
export async function changeBusiness(tx: Tx, { business: id, version, ...particulars }: ChangeBusiness): Promise<{ business: string }> {
  const business = found(await findBusiness(tx, id))
  mustCoordinate(tx, business.programme)
  if (isSame(business, particulars)) return { business: id }
  if (business.version !== version) refuse('businesses.changed')
  await mustKnowOwners(tx, particulars)

  await insertParticulars(tx, id, version + 1, particulars)
  await tx.note('business.changed', id, business)
  return { business: id }
}

function isSame(business: Business, particulars: Particulars): boolean {
  const listed = ({ owners, trainings }: Particulars) => [
    owners.map(({ person, name, adult }) => [person, name, adult]),
    trainings.map((training) => [training.package, training.year]),
  ]
  const { owners: _owners, trainings: _trainings, ...rest } = particulars
  const same = Object.entries(rest).every(([field, value]) => String(business[field as keyof Particulars]) === String(value))
  return same && JSON.stringify(listed(business)) === JSON.stringify(listed(particulars))
}

async function mustKnowOwners(tx: Tx, { owners }: Particulars): Promise<void> {
  const people = owners.flatMap(({ person }) => (person === null ? [] : [person]))
  const known = await profilesOf(tx, people)
  if (people.some((person) => !known.has(person))) refuse('businesses.ownerUnknown')
}

async function nextCode(tx: Tx, programme: string): Promise<string> {
  const count = await countBusinesses(tx, programme, '')
  for (let nth = count + 1; nth <= count + limits.listedMax; nth += 1) {
    const code = `B${String(nth).padStart(2, '0')}`
    if (!(await businessByCode(tx, programme, code))) return code
  }
  return refuse('businesses.full')
}
