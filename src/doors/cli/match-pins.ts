import { fold } from '#ground/fold'
import type { Remark } from '#ground/sheet'
import type { Two } from '#matching/suggest'
import type { Apart } from '#scores/hard-rules'
import { type PairRow, readPairRows } from './match-pair-rows.ts'
import type { LeftOut, SheetFile, Sides } from './match-people.ts'

export type Pins = { pins: Two[]; apart: Apart[]; slips: LeftOut[]; notes: Remark[] }

/** Who must be together and who apart, from a sheet; any slip means that the sheet cannot be followed. A row that says no kind pins. */
export async function readPins(file: SheetFile, sides: Sides): Promise<Pins> {
  const { rows, slips, notes } = await readPairRows(file, sides)
  const told = (row: PairRow, remark: Remark | null): LeftOut[] => (remark === null ? [] : [{ file: file.name, line: row.line, remark }])
  const together = rows.filter(({ kind }) => kindOf(kind) === 'together')
  const apart = rows.filter(({ kind }) => kindOf(kind) === 'apart')
  const against = againstEachOther(together, apart, sides)
  const crowded = crowdedIn(together, sides)
  const more = rows.flatMap((row) => told(row, kindSlip(row) ?? against(row) ?? crowded(row)))
  const none = rows.length === 0 && slips.length === 0 ? [{ key: 'note.match.pinsNone', facts: { file: file.name } }] : []
  return {
    pins: distinct(together).map(({ mentee, mentor }) => ({ mentee, mentor })),
    apart: apart.map(({ mentee, mentor }) => ({ one: mentee, other: mentor, why: 'mustNot' })),
    slips: [...slips, ...more].sort((a, b) => a.line - b.line),
    notes: [...notes, ...none],
  }
}

function kindOf(text: string): 'together' | 'apart' | null {
  const kind = fold(text)
  return kind === '' || kind === 'together' ? 'together' : kind === 'apart' ? 'apart' : null
}

const kindSlip = ({ kind }: PairRow): Remark | null => (kindOf(kind) === null ? { key: 'slip.match.pairKind', facts: { kind } } : null)

const keyOf = ({ mentee, mentor }: Two) => JSON.stringify([mentee, mentor])

/** The same pair said twice is said once. */
const distinct = (rows: readonly PairRow[]) => [...Map.groupBy(rows, keyOf).values()].flatMap(([first]) => first ?? [])

const nameIn = (sides: Sides, side: 'mentee' | 'mentor', id: string) => sides[side].candidates.find((one) => one.id === id)?.name ?? id

/** Two who are both together and apart: told once, at the later row. */
function againstEachOther(together: readonly PairRow[], apart: readonly PairRow[], sides: Sides): (row: PairRow) => Remark | null {
  const first = (rows: readonly PairRow[]) => new Map(distinct(rows).map((row) => [keyOf(row), row.line]))
  const [togetherAt, apartAt] = [first(together), first(apart)]
  return (row) => {
    const line = (kindOf(row.kind) === 'apart' ? togetherAt : apartAt).get(keyOf(row))
    if (line === undefined || line > row.line) return null
    const names = { mentee: nameIn(sides, 'mentee', row.mentee), mentor: nameIn(sides, 'mentor', row.mentor) }
    return { key: 'slip.match.pairAgainst', facts: { line, ...names } }
  }
}

/** A mentee with two mentors, or a mentor with more mentees than places: told at the row that is one too many. */
function crowdedIn(together: readonly PairRow[], sides: Sides): (row: PairRow) => Remark | null {
  const remarks = new Map<PairRow, Remark>()
  const pinnedIn = new Map<string, number>()
  const places = new Map(sides.mentor.candidates.map(({ id, capacity }) => [id, capacity]))
  const left = new Map(places)
  for (const row of distinct(together)) {
    const line = pinnedIn.get(row.mentee)
    if (line !== undefined) {
      remarks.set(row, { key: 'slip.match.pinTwice', facts: { mentee: nameIn(sides, 'mentee', row.mentee), line } })
      continue
    }
    pinnedIn.set(row.mentee, row.line)
    const free = left.get(row.mentor) ?? 0
    left.set(row.mentor, free - 1)
    if (free > 0) continue
    remarks.set(row, {
      key: 'slip.match.pinNoPlace',
      facts: { mentor: nameIn(sides, 'mentor', row.mentor), places: places.get(row.mentor) ?? 0 },
    })
  }
  return (row) => remarks.get(row) ?? null
}
