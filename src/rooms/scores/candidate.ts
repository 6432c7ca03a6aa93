import { fold } from '#ground/fold'
import type { Attribute, Profile } from '#people/person'
import { type Week, weekOf } from './week.ts'

export type Side = 'mentor' | 'mentee'

/** A word as it is compared, and as its owner wrote it. */
export type Word = { key: string; label: string }

/** What a person asked of the one they meet. */
export type Wish = 'alike' | 'different'

/** An enrolled person as the matcher sees them. */
export type Candidate = {
  id: string
  /** Tells people apart and breaks ties: one person's alone. */
  code: string
  name: string
  side: Side
  /** How many partners they can take. */
  capacity: number
  organisation: string | null
  unit: Word | null
  /** Place on the ladder, 1 lowest. */
  level: number | null
  grade: string | null
  field: Word | null
  country: Word | null
  /** Keys are the language alone: fa for fa-AF. */
  languages: readonly Word[]
  /** Offered by a mentor, asked for by a mentee. */
  topics: readonly Word[]
  /** Free quarters of the week in UTC; null when unknown. */
  week: Week | null
  /** Codes of the line of management, the next one first. */
  chain: readonly string[]
  /** What they chose to say of themselves, each folded; none means unknown. Never shown. */
  attributes: Readonly<Partial<Record<Attribute, readonly string[]>>>
  wishes: Readonly<Partial<Record<Attribute, Wish>>>
  /** Identities of which the partner should share one, folded; none where nothing was asked. */
  identityWished: readonly string[]
}

export type Enrolled = {
  id: string
  person: Profile
  side: Side
  capacity: number
  organisation: string | null
  /** Codes upward from the line manager; the profile's own line manager where nothing more is known. */
  chain?: readonly string[]
  /** Self-described; several values with a comma or semicolon between. Empty or "prefer not to say" is unknown. */
  attributes?: Readonly<Partial<Record<Attribute, string | null>>>
  wishes?: Readonly<Partial<Record<Attribute, Wish>>>
  /** "Match me with similar identity": the identity to match, whatever they say of their own. */
  preferredIdentity?: string | null
}

/** The matcher's view of an enrolled person; hours are taken at the zone's offset `at` that instant. */
export function candidateOf(enrolled: Enrolled, at: Temporal.Instant): Candidate {
  const { person, side } = enrolled
  return {
    id: enrolled.id,
    code: person.code,
    name: person.calledName ?? person.fullName,
    side,
    capacity: enrolled.capacity,
    organisation: enrolled.organisation,
    unit: wordOf(person.unit),
    level: person.gradeLevel,
    grade: person.grade,
    field: wordOf(person.field),
    country: wordOf(person.country),
    languages: wordsOf(person.languages).map(({ label }) => ({ key: languageOf(label), label: languageOf(label) })),
    topics: wordsOf(side === 'mentor' ? person.canHelpWith : person.wantsHelpWith),
    week: person.freeHours === null ? null : weekOf(person.freeHours, person.zone, at),
    chain: enrolled.chain ?? (person.lineManagerCode === null ? [] : [person.lineManagerCode]),
    attributes: attributesOf(enrolled.attributes ?? {}),
    wishes: enrolled.wishes ?? {},
    identityWished: saidIn(enrolled.preferredIdentity),
  }
}

function wordOf(text: string | null): Word | null {
  const key = text === null ? '' : fold(text)
  return key === '' ? null : { key, label: text! }
}

function wordsOf(texts: readonly string[]): Word[] {
  const words = texts.map(wordOf).filter((word) => word !== null)
  return [...new Map(words.map((word) => [word.key, word])).values()]
}

/** Dari is Persian to those who speak either: fa-AF, prs and fa meet; so a region never keeps two apart. */
function languageOf(tag: string): string {
  try {
    return new Intl.Locale(tag).language
  } catch {
    return fold(tag)
  }
}

/** How people say that they would rather not, in the languages of our letters and neighbours. */
const unsaid = new Set(
  `prefer not to say|i prefer not to say|rather not say|prefer not to answer|not given|not stated|unknown|n/a|-|?
    |je préfère ne pas répondre|ne souhaite pas répondre|prefiero no decirlo|prefiero no responder|أفضل عدم الإجابة|نمی‌خواهم بگویم
    |ترجیح می‌دهم نگویم|نه غواړم ووایم`
    .split('|')
    .map((text) => fold(text).trim()),
)

function attributesOf(given: NonNullable<Enrolled['attributes']>): Candidate['attributes'] {
  const said = Object.entries(given).map(([attribute, text]) => [attribute, saidIn(text)] as const)
  return Object.fromEntries(said.filter(([, values]) => values.length > 0))
}

function saidIn(text: string | null | undefined): string[] {
  const values = (text ?? '').split(/[,;،؛]/).map((value) => fold(value).trim())
  return values.filter((value) => value !== '' && !unsaid.has(value))
}
