import { fold } from '#ground/fold'

/** Ladders that sheets use, lowest rung first; grades that stand level share a rung. Another organisation's ladder is one line more. */
const ladders: readonly (readonly (readonly string[])[])[] = [
  // The civil service of the United Kingdom.
  [
    ['AA', 'administrative assistant'],
    ['AO', 'administrative officer'],
    ['EO', 'executive officer'],
    ['HEO', 'higher executive officer'],
    ['SEO', 'senior executive officer'],
    ['Grade 7', 'G7 UK'],
    ['Grade 6', 'G6 UK'],
    ['SCS1', 'SCS 1', 'deputy director'],
    ['SCS2', 'SCS 2', 'director UK'],
    ['SCS3', 'SCS 3', 'director general'],
    ['SCS4', 'SCS 4', 'permanent secretary'],
  ],
  // The common system of the United Nations: general service, then national and international professionals side by side, directors.
  [
    ['G1', 'GS1'],
    ['G2', 'GS2'],
    ['G3', 'GS3'],
    ['G4', 'GS4'],
    ['G5', 'GS5'],
    ['G6', 'GS6'],
    ['G7', 'GS7'],
    ['P1', 'NOA', 'NO A', 'NO1'],
    ['P2', 'NOB', 'NO B', 'NO2'],
    ['P3', 'NOC', 'NO C', 'NO3'],
    ['P4', 'NOD', 'NO D', 'NO4'],
    ['P5', 'NOE', 'NO E', 'NO5'],
    ['D1'],
    ['D2'],
    ['ASG', 'assistant secretary general'],
    ['USG', 'under secretary general'],
  ],
]

const levels = new Map(ladders.flatMap((ladder) => ladder.flatMap((rung, at) => rung.map((grade) => [gradeKey(grade), at + 1] as const))))

const plainLevelMax = 40

/**
 * The place of a grade on its ladder, 1 lowest: a ladder we know (P4, HEO, Grade 7), or a plain number from 1 to 40.
 * Null when we do not know it: an unknown grade has no level rather than a wrong one. Levels compare within one ladder only.
 */
export function levelOf(grade: string | null): number | null {
  if (grade === null) return null
  const known = levels.get(gradeKey(grade))
  if (known !== undefined) return known
  const plain = /^(?:level )?(\d{1,2})$/.exec(fold(grade).trim())
  const number = plain ? Number(plain[1]) : 0
  return number >= 1 && number <= plainLevelMax ? number : null
}

/** "P-4", "p 4" and "P4" are one. */
function gradeKey(grade: string): string {
  return fold(grade).replace(/[\s._/-]+/g, '')
}
