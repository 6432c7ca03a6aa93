import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { findImport } from '#people/import-reads'
import { mayCoordinate, mustCoordinate } from '#people/may'
import { peopleOfImport, personByCode, profilesOf } from '#people/profile-reads'
import { pathwayOf } from './pathway-reads.ts'
import { type Enrolment, limits, type Programme, type Side, stageOn } from './programme.ts'
import { attributesCompared, findProgramme, findProgrammeByLink } from './reads.ts'
import { insertEnrolments } from './writes.ts'

export type Enrol = {
  id: string
  programme: string
  person: string
  side: Side
  /** How many partners; the pathway's where nothing is said. */
  capacity?: number | null
  topics?: string[] | null
  wish?: string | null
  alike?: string[]
}

/** Puts a person into a programme on a side; already in on that side, nothing changes. */
export async function enrol(tx: Tx, asked: Enrol): Promise<{ enrolled: number; already: number; programme: string }> {
  const programme = found(await findProgramme(tx, asked.programme))
  mustCoordinate(tx, programme.id)
  return enrolMany(tx, programme, [asked])
}

export type EnrolByCode = Omit<Enrol, 'person'> & { code: string }

/** The same, by the person code that the coordinator types. */
export async function enrolByCode(tx: Tx, { code, ...asked }: EnrolByCode) {
  const programme = found(await findProgramme(tx, asked.programme))
  mustCoordinate(tx, programme.id)
  const person = await personByCode(tx, programme.organisation, code)
  if (!person) refuse('programmes.nobody', { code })
  return enrolMany(tx, programme, [{ ...asked, person: person.id }])
}

export type EnrolImport = { programme: string; import: string; side: Side | 'sheet' }

/** Everybody whom an import brought or found, on one side or on the side that the sheet says of each. */
export async function enrolImport(tx: Tx, { programme: id, import: from, side }: EnrolImport) {
  const programme = found(await findProgramme(tx, id))
  mustCoordinate(tx, id)
  const whose = await findImport(tx, from)
  const brought = whose?.organisation === programme.organisation ? await peopleOfImport(tx, from) : []
  if (brought.length === 0) refuse('programmes.importEmpty')
  const sidesOf = (said: Side | 'both' | null): Side[] =>
    side !== 'sheet' ? [side] : said === null ? [] : said === 'both' ? ['mentor', 'mentee'] : [said]
  const all = brought.flatMap(({ person, side: said, capacity, alike }) =>
    sidesOf(said).map((one) => ({ id: tx.newId(), programme: id, person, side: one, capacity: one === 'mentor' ? capacity : null, alike })),
  )
  if (all.length === 0) refuse('programmes.importSideless')
  return enrolMany(tx, programme, all)
}

export type Join = Omit<Enrol, 'programme' | 'person'> & { key: string }

/** A person comes in by the programme's link. */
export async function joinProgramme(tx: Tx, { key, ...asked }: Join) {
  const programme = found(await findProgrammeByLink(tx, key))
  const person = tx.by ?? refuse('programmes.invitedOnly')
  if (!mayCoordinate(tx, programme.id)) {
    if (programme.joining === 'invited') refuse('programmes.invitedOnly')
    if (stageOn(programme, tx.now.toZonedDateTimeISO('UTC').toPlainDate()) === 'over') refuse('programmes.over')
  }
  return enrolMany(tx, programme, [{ ...asked, programme: programme.id, person }])
}

/** Writes those who are not in yet; topics not said are those of the profile. */
export async function enrolMany(tx: Tx, programme: Programme, asked: readonly Enrol[]) {
  const profiles = await profilesOf(tx, [...new Set(asked.map(({ person }) => person))])
  const usual = (await pathwayOf(tx, programme.id)).matching.capacity
  const compared: readonly string[] = await attributesCompared(tx, programme.id)
  const rows = asked.flatMap(({ id, person, side, capacity, topics, wish, alike }): Omit<Enrolment, 'withdrawnAt'>[] => {
    const profile = profiles.get(person)
    if (profile === undefined) return []
    const own = side === 'mentor' ? profile.canHelpWith : profile.wantsHelpWith
    return [
      {
        id,
        programme: programme.id,
        organisation: programme.organisation,
        person,
        side,
        capacity: Math.min(capacity ?? usual[side], limits.capacityMax),
        topics: (topics ?? own).slice(0, limits.topicsMax),
        wish: wish ?? '',
        alike: (alike ?? []).filter((attribute) => compared.includes(attribute)),
        enrolledAt: tx.now,
      },
    ]
  })
  const enrolled = await insertEnrolments(tx, rows)
  if (enrolled > 0) {
    const where = { organisation: programme.organisation, programme: programme.id }
    await tx.note('enrolment.made', programme.id, where, { people: enrolled })
  }
  return { enrolled, already: rows.length - enrolled, programme: programme.id }
}
