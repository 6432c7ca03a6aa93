import { oneLine } from '#ground/fold'
import type { Remark, SheetRow } from '#ground/sheet'
import type { PersonColumn } from './column-names.ts'
import type { Mapping } from './columns.ts'
import { levelOf } from './grades.ts'
import { type Attribute, limits, type Profile } from './person.ts'
import { readHours } from './read-hours.ts'
import { placesMax, readBirthYear, readCapacity, readEmail, readList, readPhone, readSide, readYesNo, type Side } from './read-parts.ts'
import { readCountry, readLanguage, readZone, zoneOfCountry } from './read-places.ts'
import { type Cells, givenCharsMax, type RowSlip, reader } from './row-cells.ts'
import { letterLanguage, readCalendar } from './row-letters.ts'

/** One person as a row of a sheet tells of them. */
export type PersonRow = {
  /** The row's number in the sheet. */
  line: number
  /** Code is null when the sheet has none. */
  profile: Omit<Profile, 'code'> & { code: string | null }
  /** What the sheet speaks of; the rest of the profile is a default, and changes nobody who is known. */
  given: (keyof Profile | Attribute)[]
  attributes: Partial<Record<Attribute, string>>
  /** The identity that a partner should share, where the person asked for that. */
  preferredIdentity: string | null
  side: Side | null
  capacity: number | null
  notes: Remark[]
}

export type RowDefaults = Pick<Profile, 'language' | 'calendar' | 'zone'> & {
  /** The side that all people of this sheet take, where no column says. */
  side: Side | null
  /** Gregorian, for judging years of birth. */
  thisYear: number
}

const attributesAsTold = ['gender', 'ethnicity', 'disability', 'identity'] as const
const lines = {
  nameLatin: limits.nameCharsMax,
  calledName: limits.nameCharsMax,
  unit: limits.nameCharsMax,
  jobTitle: limits.nameCharsMax,
  grade: limits.wordCharsMax,
  field: limits.wordCharsMax,
  lineManagerCode: limits.codeCharsMax,
} as const

/** Reads one row under a mapping: the person it tells of, or every slip in it at once. A slip is never silently mended. */
export function readPersonRow(
  row: Pick<SheetRow, 'line' | 'cells'>,
  mapping: Mapping,
  defaults: RowDefaults,
): { row: PersonRow } | { slips: RowSlip[] } {
  const cells = reader(row.cells, mapping)
  const person = personOf(row.line, cells, defaults)
  return cells.slips.length > 0 ? { slips: cells.slips } : { row: person }
}

function personOf(at: number, cells: Cells, defaults: RowDefaults): PersonRow {
  const notes: Remark[] = []
  const country = cells.part('country', 'slip.person.country', readCountry)
  const zone = cells.part('zone', 'slip.person.zone', readZone)
  const language = letterLanguage(cells, notes)
  const calendar = cells.part('calendar', 'slip.person.calendar', readCalendar)
  const grade = cells.line('grade', lines.grade)
  const profile: PersonRow['profile'] = {
    code: cells.line('code', limits.codeCharsMax),
    fullName: nameOf(cells),
    nameLatin: cells.line('nameLatin', lines.nameLatin),
    calledName: cells.line('calledName', lines.calledName),
    email: within(cells, 'email', limits.addressCharsMax, cells.part('email', 'slip.person.email', readEmail)),
    phone: within(cells, 'phone', limits.phoneCharsMax, cells.part('phone', 'slip.person.phone', readPhone)),
    language: language ?? defaults.language,
    calendar: calendar ?? defaults.calendar,
    zone: zone ?? (country === null ? null : zoneOfCountry(country)) ?? defaults.zone,
    unit: cells.line('unit', lines.unit),
    jobTitle: cells.line('jobTitle', lines.jobTitle),
    grade,
    gradeLevel: levelOf(grade),
    lineManagerCode: cells.line('lineManagerCode', lines.lineManagerCode),
    country,
    field: cells.line('field', lines.field),
    languages: languagesOf(cells),
    canHelpWith: listOf(cells, 'canHelpWith'),
    wantsHelpWith: listOf(cells, 'wantsHelpWith'),
    freeHours: hoursOf(cells),
    about: within(cells, 'about', limits.aboutCharsMax, cells.text('about')),
  }
  const attributes = attributesOf(cells, defaults.thisYear, notes)
  const found = { zone: zone !== null, language: language !== null, calendar: calendar !== null }
  const wish = wishOf(cells)
  return { line: at, profile, given: givenOf(cells, found), attributes, preferredIdentity: wish, ...partOf(cells, defaults), notes }
}

function within(cells: Cells, field: PersonColumn, charsMax: number, found: string | null): string | null {
  return found !== null && found.length > charsMax ? cells.slip(field, 'slip.too-long', { max: charsMax }) : found
}

/** A name in one column as it stands; in two, joined with one space. */
function nameOf(cells: Cells): string {
  const whole = cells.line('fullName', limits.nameCharsMax)
  if (whole !== null) return whole
  const parts = [cells.line('firstName', limits.nameCharsMax), cells.line('lastName', limits.nameCharsMax)]
  const name = parts.filter((part) => part !== null).join(' ')
  const field = cells.has('fullName') || !cells.has('firstName') ? 'fullName' : 'firstName'
  if (name === '' && cells.slips.length === 0) cells.slip(field, 'slip.person.name')
  if (name.length > limits.nameCharsMax) cells.slip(field, 'slip.too-long', { max: limits.nameCharsMax })
  return name
}

function languagesOf(cells: Cells): string[] {
  const words = readList((cells.text('languages') ?? '').replace(/\s+(?:and|et|y|و)\s+|\s*[/&+]\s*/g, ','))
  if (words.length > limits.languagesMax) cells.slip('languages', 'slip.person.list-long', { max: limits.languagesMax })
  const tags = words.map(
    (word) => readLanguage(word) ?? cells.slip('languages', 'slip.person.language', { given: word.slice(0, givenCharsMax) }),
  )
  return [...new Set(tags.filter((tag) => tag !== null))]
}

function listOf(cells: Cells, field: 'canHelpWith' | 'wantsHelpWith'): string[] {
  const parts = readList(cells.text(field) ?? '')
  if (parts.length > limits.topicsMax) cells.slip(field, 'slip.person.list-long', { max: limits.topicsMax })
  else if (parts.some((part) => part.length > limits.wordCharsMax))
    cells.slip(field, 'slip.person.topic-long', { max: limits.wordCharsMax })
  return parts
}

function hoursOf(cells: Cells): Profile['freeHours'] {
  const spans = cells.part('freeHours', 'slip.person.hours', readHours)
  return spans !== null && spans.length > limits.freeSpansMax
    ? cells.slip('freeHours', 'slip.person.list-long', { max: limits.freeSpansMax })
    : spans
}

function attributesOf(cells: Cells, thisYear: number, notes: Remark[]): PersonRow['attributes'] {
  const attributes: PersonRow['attributes'] = {}
  for (const attribute of attributesAsTold) {
    const told = cells.line(attribute, limits.wordCharsMax)
    if (told !== null) attributes[attribute] = told
  }
  const born = cells.part('birthYear', 'slip.person.birth-year', (text) => readBirthYear(text, thisYear))
  if (born?.solar)
    notes.push({ key: 'note.person.solar-year', facts: { given: oneLine(cells.text('birthYear') ?? ''), year: String(born.year) } })
  if (born) attributes.birthYear = String(born.year)
  return attributes
}

function wishOf(cells: Cells): string | null {
  const wanted = cells.part('wantsSimilar', 'slip.person.yes-no', readYesNo)
  const identity = cells.line('preferredIdentity', limits.wordCharsMax)
  return wanted === false ? null : identity
}

function partOf(cells: Cells, defaults: RowDefaults): Pick<PersonRow, 'side' | 'capacity'> {
  const both = cells.part('bothSides', 'slip.person.yes-no', readYesNo)
  const side = cells.part('side', 'slip.person.side', readSide)
  return {
    side: both ? 'both' : (side ?? defaults.side),
    capacity: cells.part('capacity', 'slip.person.capacity', readCapacity, { max: placesMax }),
  }
}

function givenOf(cells: Cells, found: { zone: boolean; language: boolean; calendar: boolean }): PersonRow['given'] {
  const told: (keyof Profile & PersonColumn)[] = [
    'nameLatin',
    'calledName',
    'email',
    'phone',
    'unit',
    'jobTitle',
    'grade',
    'lineManagerCode',
  ]
  const more: (keyof Profile & PersonColumn)[] = ['country', 'field', 'languages', 'canHelpWith', 'wantsHelpWith', 'freeHours', 'about']
  const given: PersonRow['given'] = ['fullName', ...[...told, ...more].filter((field) => cells.has(field))]
  if (cells.has('code')) given.push('code')
  if (cells.has('grade')) given.push('gradeLevel')
  for (const field of ['zone', 'language', 'calendar'] as const) if (found[field]) given.push(field)
  return [...given, ...([...attributesAsTold, 'birthYear'] as const).filter((attribute) => cells.has(attribute))]
}
