import { shortCode } from '#ground/chance'
import type { Tx } from '#ground/db'
import { madeCode } from './import-plan.ts'
import type { Profile } from './person.ts'

/** A profile of whom only a name is known. */
export const nothingKnown: Omit<Profile, 'code' | 'fullName'> = {
  nameLatin: null,
  calledName: null,
  email: null,
  phone: null,
  language: 'en',
  calendar: 'gregory',
  zone: 'UTC',
  unit: null,
  jobTitle: null,
  grade: null,
  gradeLevel: null,
  lineManagerCode: null,
  country: null,
  field: null,
  languages: [],
  canHelpWith: [],
  wantsHelpWith: [],
  freeHours: null,
  about: null,
}

export type NewPerson = Pick<Profile, 'fullName'> & Partial<Profile>

/**
 * A person as they will be written, with a code of our making where none is known: where there is an address or a telephone, the one
 * that a sheet with the same name and address gets, so that the same person by sheet and by hand is one.
 */
export function newPerson(
  tx: Pick<Tx, 'newId' | 'newSecret'>,
  { code, ...known }: NewPerson,
  id?: string,
): { id: string; profile: Profile } {
  const profile = { ...nothingKnown, ...known }
  const reached = profile.email !== null || profile.phone !== null
  const made = reached ? madeCode(profile) : `P-${shortCode(tx.newSecret()).toLowerCase()}`
  return { id: id ?? tx.newId(), profile: { ...profile, code: code || made } }
}
