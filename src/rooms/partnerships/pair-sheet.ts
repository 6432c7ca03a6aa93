import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, FileOut } from '#ground/route'
import { writeCsv, writeXlsx } from '#ground/sheet-write'
import { dayOf } from '#ground/when'
import { findProgramme } from '#programmes/reads'
import { correspondentsOf } from './correspondent.ts'
import { pairsOf } from './pair-reads.ts'
import { limits } from './partnership.ts'

type Sheet = { name: string; headers: string[]; rows: string[][] }

/** Every pair of the programme as rows of text: codes, names, state and days (ISO, in the reader's zone). */
async function pairSheet(db: Db, asked: Asked): Promise<Sheet> {
  const { say, params } = asked
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const pairs = await pairsOf(db, programme.id, { rowsMax: limits.sheetRowsMax })
  const people = await correspondentsOf(
    db,
    pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]),
  )
  const day = (at: Temporal.Instant | null) => (at === null ? '' : dayOf(say, at).toString())
  const headers = [
    say('label.pair.mentorCode'),
    say('label.pair.mentor'),
    say('label.pair.menteeCode'),
    say('label.pair.mentee'),
    say('label.pair.state'),
    say('label.pair.proposedOn'),
    say('label.pair.answerBy'),
    say('label.pair.endedOn'),
  ]
  const rows = pairs.map((pair) => {
    const [mentor, mentee] = [people.get(pair.mentor), people.get(pair.mentee)]
    const until = dayOf(say, pair.answerUntil).subtract({ days: 1 }).toString()
    const names = [mentor?.code ?? '', mentor?.fullName ?? '', mentee?.code ?? '', mentee?.fullName ?? '']
    return [...names, say(`pair.state.${pair.state}`), day(pair.proposedAt), until, day(pair.endedAt)]
  })
  return { name: programme.name, headers, rows }
}

export async function pairsCsv(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await pairSheet(db, asked)
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: writeCsv(headers, rows) }
}

export async function pairsXlsx(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await pairSheet(db, asked)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const rightToLeft = asked.say.dir === 'rtl'
  return { name: `${name}.xlsx`, type, bytes: await writeXlsx(headers, rows, { rightToLeft, sheetName: asked.say('page.pairs.title') }) }
}
