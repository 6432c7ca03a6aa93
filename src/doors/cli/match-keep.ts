import type { Remark } from '#ground/sheet'
import type { Two } from '#matching/suggest'
import { readPairRows } from './match-pair-rows.ts'
import type { LeftOut, SheetFile, Sides } from './match-people.ts'

/** The pairs of an earlier round that can stand, and the rows that cannot: people are gone, and the round goes on without them. */
export async function readKeep(file: SheetFile, sides: Sides): Promise<{ standing: Two[]; leftOut: LeftOut[]; notes: Remark[] }> {
  const { rows, slips, notes } = await readPairRows(file, sides)
  const standing = new Map<string, Two & { line: number }>()
  const leftOut = [...slips]
  for (const { mentee, mentor, line } of rows) {
    const before = standing.get(mentee)
    if (before === undefined) standing.set(mentee, { mentee, mentor, line })
    else {
      const name = sides.mentee.candidates.find(({ id }) => id === mentee)?.name ?? mentee
      leftOut.push({ file: file.name, line, remark: { key: 'slip.match.keepTwice', facts: { mentee: name, line: before.line } } })
    }
  }
  return {
    standing: Array.from(standing.values(), ({ mentee, mentor }) => ({ mentee, mentor })),
    leftOut: leftOut.sort((a, b) => a.line - b.line),
    notes,
  }
}
