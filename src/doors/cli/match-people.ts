import { type Remark, readSheet } from '#ground/sheet'
import { isUnkept, type Mapping, namesPeople, recogniseColumns } from '#people/columns'
import { madeCode } from '#people/import-plan'
import { type PersonRow, readPersonRow } from '#people/person-row'
import { type Candidate, candidateOf, type Side } from '#scores/candidate'
import { Usage } from './terminal.ts'

/** A row that cannot take part, and its sentence. */
export type LeftOut = { file: string; line: number; remark: Remark }
export type SheetPeople = {
  candidates: Candidate[]
  /** Every name that a person goes by, by id. */
  namesOf: ReadonlyMap<string, readonly string[]>
  leftOut: LeftOut[]
  notes: Remark[]
}

/** Everybody who takes part, by side. */
export type Sides = Record<Side, SheetPeople>

export type SheetFile = { name: string; bytes: Uint8Array }
type File = SheetFile & { side: Side; places: number }

const chainMax = 30
const zoneUnknown = 'UTC'

/**
 * Reads mentors and mentees from their sheets; rows with a slip, and a second row for one person, are left out by name. A mentor whose row
 * says no capacity has the `places` of the rules; columns of `unkept` attributes are not read.
 */
export async function readPeople(
  mentors: SheetFile & { places: number },
  mentees: SheetFile,
  now: Temporal.Instant,
  unkept: readonly string[] = [],
): Promise<Sides> {
  const mentorRows = await readRows({ ...mentors, side: 'mentor' }, now, unkept)
  const menteeRows = await readRows({ ...mentees, side: 'mentee', places: 1 }, now, unkept)
  const managerOf = new Map<string, string>()
  for (const { code, row } of [...mentorRows.people, ...menteeRows.people]) {
    if (row.profile.lineManagerCode !== null) managerOf.set(code, row.profile.lineManagerCode)
  }
  const peopleOf = ({ file, people, leftOut, notes }: SheetRows): SheetPeople => ({
    candidates: people.map(({ code, row }) => enrolled(file, code, row, lineOf(code, managerOf), now)),
    namesOf: new Map(people.map(({ code, row }) => [code, namesIn(row)])),
    leftOut,
    notes,
  })
  return { mentor: peopleOf(mentorRows), mentee: peopleOf(menteeRows) }
}

type SheetRows = Awaited<ReturnType<typeof readRows>>

async function readRows(file: File, now: Temporal.Instant, unkept: readonly string[]) {
  const sheet = await readSheet(file.bytes, file.name)
  const mapping = recogniseColumns(sheet.headers).map((column) => (isUnkept(column, unkept) ? 'ignore' : column))
  if (!namesPeople(mapping)) throw new Usage(`${file.name} has no column of names. Its columns are: ${sheet.headers.join(', ')}.`)
  const people = new Map<string, PersonRow>()
  const leftOut: LeftOut[] = []
  for (const row of sheet.rows) {
    const read = row.trouble ? [row.trouble] : personOrSlips(row, mapping, file, now)
    if (Array.isArray(read)) {
      leftOut.push(...read.map((remark) => ({ file: file.name, line: row.line, remark })))
      continue
    }
    const code = codeOf(read, people)
    const twin = people.get(code)
    if (twin) leftOut.push({ file: file.name, line: row.line, remark: { key: 'slip.match.twice', facts: { line: twin.line } } })
    else people.set(code, read)
  }
  return { file, people: Array.from(people, ([code, row]) => ({ code, row })), leftOut, notes: sheet.notes }
}

function personOrSlips(row: { line: number; cells: string[] }, mapping: Mapping, file: File, now: Temporal.Instant): PersonRow | Remark[] {
  const thisYear = now.toZonedDateTimeISO(zoneUnknown).year
  const read = readPersonRow(row, mapping, { language: 'en', calendar: 'gregory', zone: zoneUnknown, side: file.side, thisYear })
  return 'row' in read ? read.row : read.slips.map(({ key, facts }) => ({ key, facts }))
}

/** The sheet's own code, else one made of address and name; for a name alone the name, counted where it comes again. */
function codeOf({ profile }: PersonRow, people: ReadonlyMap<string, PersonRow>): string {
  if (profile.code !== null) return profile.code
  if (profile.email !== null || profile.phone !== null) return madeCode(profile)
  let code = profile.fullName
  for (let nth = 2; people.has(code); nth++) code = `${profile.fullName} (${nth})`
  return code
}

function namesIn({ profile: { fullName, calledName, nameLatin } }: PersonRow): string[] {
  return [fullName, calledName, nameLatin].filter((name) => name !== null)
}

/** The line of management upward, as far as the two sheets tell it. */
function lineOf(code: string, managerOf: ReadonlyMap<string, string>): string[] {
  const line: string[] = []
  let next = managerOf.get(code)
  while (next !== undefined && !line.includes(next) && line.length < chainMax) {
    line.push(next)
    next = managerOf.get(next)
  }
  return line
}

function enrolled(file: File, code: string, row: PersonRow, chain: string[], now: Temporal.Instant): Candidate {
  const { attributes, preferredIdentity, capacity } = row
  const person = { ...row.profile, code }
  const places = file.side === 'mentor' ? (capacity ?? file.places) : 1
  return candidateOf({ id: code, person, side: file.side, capacity: places, organisation: null, chain, attributes, preferredIdentity }, now)
}
