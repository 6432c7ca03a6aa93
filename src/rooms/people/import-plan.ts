import { createHash } from 'node:crypto'
import { fold, foldAddress } from '#ground/fold'
import type { Remark } from '#ground/sheet'
import type { Attribute, Profile } from './person.ts'
import type { PersonRow } from './person-row.ts'
import { foldPhone } from './read-parts.ts'

export type KnownPerson = { id: string; profile: Profile; attributes: Partial<Record<Attribute, string>> }
export type Attributes = Partial<Record<Attribute, string>>
export type Difference = { field: keyof Profile | Attribute; before: unknown; after: unknown }

/** What an import would do, row by row; every row is in exactly one list. */
export type ImportPlan = {
  fresh: { row: PersonRow; profile: Profile; attributes: Attributes }[]
  /** The whole profile and attributes as they are to stand, with what differs. */
  changed: { row: PersonRow; person: KnownPerson; profile: Profile; attributes: Attributes; differences: Difference[] }[]
  same: { row: PersonRow; person: KnownPerson }[]
  /** Nobody can tell who this is; the coordinator decides. */
  held: { row: PersonRow; why: Remark }[]
  refused: { row: PersonRow; slip: Remark }[]
}

/**
 * Decides who each row is: by person code; without one by e-mail and name, else by telephone and name, compared folded.
 * A shared address with another name is another person. The same rows against the people they made are all `same`.
 */
export function planImport(rows: readonly PersonRow[], known: readonly KnownPerson[]): ImportPlan {
  const plan: ImportPlan = { fresh: [], changed: [], same: [], held: [], refused: [] }
  const people = directoryOf(known)
  const seen = new Map<string, PersonRow>()
  const taken = new Map<string, PersonRow>()
  for (const row of rows) {
    const keys = keysOf(row.profile)
    if (keys.length === 0) {
      plan.held.push({ row, why: { key: 'held.person.unidentified', facts: {} } })
      continue
    }
    const twin = keys.map((key) => seen.get(key)).find((other) => other !== undefined && mayBeOne(other, row))
    if (twin) {
      plan.refused.push({ row, slip: twinSlip(twin, row) })
      continue
    }
    for (const key of keys) if (!seen.has(key)) seen.set(key, row)
    place(plan, row, people.find(row), taken)
  }
  return plan
}

/** The code of a person whose sheet has none: the same for the same address and name, so that importing again finds them. */
export function madeCode(profile: Pick<PersonRow['profile'], 'fullName' | 'email' | 'phone'>): string {
  const from = profile.email === null ? `phone|${foldPhone(profile.phone ?? '')}` : `email|${foldAddress(profile.email)}`
  const hash = createHash('sha256')
    .update(`${from}|${fold(profile.fullName)}`)
    .digest()
  const letters = 'abcdefghjkmnpqrstvwxyz0123456789'
  return `P-${[...hash.subarray(0, 10)].map((byte) => letters[byte % 32]).join('')}`
}

function place(plan: ImportPlan, row: PersonRow, found: KnownPerson[], taken: Map<string, PersonRow>): void {
  const [person, second] = found
  if (!person) {
    plan.fresh.push({ row, profile: { ...row.profile, code: row.profile.code ?? madeCode(row.profile) }, attributes: row.attributes })
    return
  }
  if (second) {
    plan.held.push({ row, why: { key: 'held.person.several', facts: { name: row.profile.fullName, count: found.length } } })
    return
  }
  const other = taken.get(person.id)
  if (other) {
    plan.refused.push({ row, slip: twinSlip(other, row) })
    return
  }
  taken.set(person.id, row)
  const { profile, attributes } = merged(row, person)
  const differences = differencesOf(person, profile, attributes)
  if (differences.length === 0) plan.same.push({ row, person })
  else plan.changed.push({ row, person, profile, attributes, differences })
}

type Contact = Pick<PersonRow['profile'], 'code' | 'fullName' | 'email' | 'phone'>

function contactKeys({ email, phone, fullName }: Contact): string[] {
  const name = fold(fullName)
  return [
    ...(email === null ? [] : [`email|${foldAddress(email)}|${name}`]),
    ...(phone === null ? [] : [`phone|${foldPhone(phone)}|${name}`]),
  ]
}

function keysOf(profile: Contact): string[] {
  const contacts = contactKeys(profile)
  const code = profile.code ?? (contacts.length > 0 ? madeCode(profile) : null)
  return [...(code === null ? [] : [`code|${fold(code)}`]), ...contacts]
}

/** Two rows with codes that differ are two people, whatever else they share. */
function mayBeOne(one: PersonRow, other: PersonRow): boolean {
  const [a, b] = [one.profile.code, other.profile.code]
  return a === null || b === null || fold(a) === fold(b)
}

function twinSlip(first: PersonRow, row: PersonRow): Remark {
  const facts = { line: first.line }
  if (alike(contentOf(first), contentOf(row))) return { key: 'slip.person.twice', facts }
  if (row.profile.code !== null) return { key: 'slip.person.code-twice', facts: { ...facts, code: row.profile.code } }
  return { key: 'slip.person.twice-different', facts }
}

function contentOf({ profile, attributes, preferredIdentity, side, capacity }: PersonRow): unknown {
  return { profile, attributes, preferredIdentity, side, capacity }
}

/** Finds known people by code, then by e-mail and name, then by telephone and name. */
function directoryOf(known: readonly KnownPerson[]): { find(row: PersonRow): KnownPerson[] } {
  const byKey = Map.groupBy(
    known.flatMap((person) => keysOf(person.profile).map((key) => ({ key, person }))),
    ({ key }) => key,
  )
  const at = (key: string) => (byKey.get(key) ?? []).map(({ person }) => person)
  return {
    find({ profile }) {
      const byCode = profile.code === null ? [] : at(`code|${fold(profile.code)}`)
      if (byCode.length > 0) return byCode
      const found =
        contactKeys(profile)
          .map(at)
          .find((people) => people.length > 0) ?? []
      if (profile.code !== null) return found.filter(isMade)
      // A person renamed since keeps the code that was made of this name and address.
      return found.length > 0 ? found : keysOf(profile).slice(0, 1).flatMap(at)
    },
  }
}

/** Whoever came without a code and now brings one is still the same person; someone with another code of their own is not. */
function isMade({ profile }: KnownPerson): boolean {
  return /^P-[a-z0-9]{10}$/.test(profile.code)
}

function merged(row: PersonRow, person: KnownPerson): { profile: Profile; attributes: Attributes } {
  const given = new Set<string>(row.given)
  const told = Object.entries(row.profile).filter(([field, value]) => given.has(field) && !(field === 'code' && value === null))
  const attributes = Object.fromEntries(
    [...new Set([...Object.keys(person.attributes), ...Object.keys(row.attributes)])].flatMap((name) => {
      const value = given.has(name) ? row.attributes[name as Attribute] : person.attributes[name as Attribute]
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const profile: Profile = { ...person.profile, ...Object.fromEntries(told) }
  // A level that a coordinator gave to a grade we do not know stays with that grade.
  if (profile.gradeLevel === null && profile.grade === person.profile.grade) profile.gradeLevel = person.profile.gradeLevel
  return { profile, attributes }
}

/** A code, address or number that differs only in case, spaces or Unicode form is the same one. */
const compared: Partial<Record<keyof Profile, (text: string) => string>> = {
  code: fold,
  email: foldAddress,
  phone: foldPhone,
  lineManagerCode: fold,
}

function differencesOf(person: KnownPerson, profile: Profile, attributes: Attributes): Difference[] {
  const pairs = [
    ...(Object.keys(profile) as (keyof Profile)[]).map((field) => ({ field, before: person.profile[field], after: profile[field] })),
    ...([...new Set([...Object.keys(person.attributes), ...Object.keys(attributes)])] as Attribute[]).map((field) => ({
      field,
      before: person.attributes[field] ?? null,
      after: attributes[field] ?? null,
    })),
  ]
  return pairs.filter(({ field, before, after }) => {
    const key = compared[field as keyof Profile]
    if (key && typeof before === 'string' && typeof after === 'string') return key(before) !== key(after)
    return !alike(before, after)
  })
}

function alike(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

/** Values from the database may come with their keys in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}
