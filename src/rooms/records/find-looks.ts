import type { Db } from '#ground/db'
import type { Look } from '#ground/looks'
import type { Asked } from '#ground/route'
import { findBank } from '#hours/reads'
import { findRound } from '#matching/round-reads'
import { findPartnership } from '#partnerships/reads'
import { findImport } from '#people/import-reads'
import { placeOf } from '#people/people-reads'
import { findEnrolment, findProgramme } from '#programmes/reads'
import { type LooksAt, looksAt } from './looks-at.ts'

type Whose = Omit<Look, 'page'>
type Finder = (db: Db, id: string, asked: Asked) => Promise<Whose[]>

const ofPerson: Finder = async (db, person) => {
  const place = await placeOf(db, person)
  return place ? [{ person, programme: null, organisation: place.organisation }] : []
}
const ofProgramme: Finder = async (db, programme) => {
  const found = await findProgramme(db, programme)
  return found ? [{ person: null, programme, organisation: found.organisation }] : []
}
const ofOrganisation = (organisation: string): Whose[] => [{ person: null, programme: null, organisation }]

const finders: Readonly<Record<Exclude<LooksAt, object>, Finder>> = {
  person: ofPerson,
  enrolment: async (db, id, asked) => {
    const found = await findEnrolment(db, id)
    return found ? ofPerson(db, found.person, asked) : []
  },
  partnership: async (db, id) => {
    const pair = await findPartnership(db, id)
    if (!pair) return []
    return [pair.mentor, pair.mentee].map((person) => ({ person, programme: null, organisation: pair.organisation }))
  },
  programme: ofProgramme,
  round: async (db, id, asked) => {
    const found = await findRound(db, id)
    return found ? ofProgramme(db, found.programme, asked) : []
  },
  bank: async (db, id, asked) => {
    const found = await findBank(db, id)
    return found ? ofProgramme(db, found.programme, asked) : []
  },
  organisation: async (_db, id, { me }) => ofOrganisation(id || (me?.organisation ?? '')),
  import: async (db, id) => {
    const found = await findImport(db, id)
    return found ? ofOrganisation(found.organisation) : []
  },
}

/** At whose records somebody looks by opening a page: nobody's, where they coordinate nothing, or are one of the two themselves. */
export async function findLooks(db: Db, path: string, asked: Asked): Promise<Look[]> {
  const whose = looksAt[path]
  const isStaff = db.scope.organisations.length > 0 || db.scope.programmes.length > 0
  if (whose === undefined || typeof whose === 'object' || !isStaff) return []
  const id = path.includes(`:${whose}`) ? (asked.params[whose] ?? '') : ''
  const found = await finders[whose](db, id, asked)
  return found.some(({ person }) => person === db.scope.person) ? [] : found.map((one) => ({ ...one, page: path }))
}
