import { writeCsv, writeXlsx } from '#ground/sheet-write'
import type { Say } from '#ground/words'
import { sayReasons } from '#matching/sentence'
import type { Suggestions } from '#matching/suggest'

const headers = ['mentor', 'mentee', 'score', 'reason', 'runner-up', 'points behind', 'mentor code', 'mentee code']

/** The pairs as a sheet, CSV or XLSX by the name of the file; its codes let it be read back as an earlier round. */
export async function pairsSheet(
  { pairs }: Pick<Suggestions, 'pairs'>,
  nameOf: (id: string) => string,
  path: string,
  say: Say,
): Promise<Uint8Array> {
  const rows = pairs.map(({ mentor, mentee, score, reasons, runnerUp }) => [
    nameOf(mentor),
    nameOf(mentee),
    String(score),
    sayReasons(say, reasons),
    runnerUp === null ? '' : nameOf(runnerUp.mentor),
    runnerUp === null ? '' : String(runnerUp.behind),
    mentor,
    mentee,
  ])
  return path.toLowerCase().endsWith('.xlsx') ? await writeXlsx(headers, rows, { sheetName: 'pairs' }) : writeCsv(headers, rows)
}
