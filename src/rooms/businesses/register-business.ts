import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { profilesOf } from '#people/profile-reads'
import { findProgramme } from '#programmes/reads'
import type { Business, CoachWish, Particulars } from './business.ts'
import { keepWish } from './coach-wish.ts'
import { businessByCode, findBusiness } from './reads.ts'
import { insertBusiness, insertParticulars, takeCode } from './writes.ts'

/** Without a code the house gives the next one. */
export type RegisterBusiness = Particulars & { id: string; programme: string; code: string | null; wish?: CoachWish }

/** Registers a business of a programme, once for an id. Refuses `businesses.codeTaken` and owners whom the house does not know. */
export async function registerBusiness(tx: Tx, asked: RegisterBusiness): Promise<{ id: string }> {
  mustCoordinate(tx, asked.programme)
  const programme = found(await findProgramme(tx, asked.programme))
  await mustKnowOwners(tx, asked)
  return addBusiness(tx, programme.organisation, asked)
}

/** Writes a business with what is told of it. The verbs before it guard who may. */
export async function addBusiness(tx: Tx, organisation: string, asked: RegisterBusiness): Promise<{ id: string }> {
  const { id, programme, code, wish, ...particulars } = asked
  if (await findBusiness(tx, id)) return { id }
  if (code !== null && (await businessByCode(tx, programme, code))) refuse('businesses.codeTaken', { code })

  const place = { organisation, programme }
  const given = code ?? (await takeCode(tx, programme))
  // Somebody came first at this very moment: with the same form, or with the same code.
  if (!(await insertBusiness(tx, { id, ...place, code: given }))) {
    return (await findBusiness(tx, id)) ? { id } : refuse('businesses.codeTaken', { code: given })
  }
  await insertParticulars(tx, id, 1, particulars)
  if (wish) await keepWish(tx, { id, organisation }, wish)
  await tx.note('business.registered', id, place)
  return { id }
}

export type ChangeBusiness = Particulars & { business: string; version: number; wish?: CoachWish }

/** Writes what is known of a business anew; refuses `businesses.changed` where somebody else did so meanwhile. */
export async function changeBusiness(
  tx: Tx,
  { business: id, version, wish, ...particulars }: ChangeBusiness,
): Promise<{ business: string }> {
  const business = found(await findBusiness(tx, id))
  mustCoordinate(tx, business.programme)
  const isOld = isSame(business, particulars)
  if (!isOld && business.version !== version) refuse('businesses.changed')
  if (wish) await keepWish(tx, business, wish)
  if (isOld) return { business: id }
  await mustKnowOwners(tx, particulars)

  await insertParticulars(tx, id, version + 1, particulars)
  await tx.note('business.changed', id, business)
  return { business: id }
}

function isSame(business: Business, particulars: Particulars): boolean {
  const listed = ({ owners, trainings }: Particulars) => [
    owners.map(({ person, name, adult }) => [person, name, adult]),
    trainings.map((training) => `${training.package} ${training.year}`).sort(),
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
