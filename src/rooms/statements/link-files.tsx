import { amountText } from '#ground/amount'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Asked, FileOut } from '#ground/route'
import { writeCsv, writeXlsx } from '#ground/sheet-write'
import type { Say } from '#ground/words'
import { hoursOf } from '#hours/money'
import { xlsxType } from './holders.page.tsx'
import { iatiXml } from './iati.ts'
import { linkActivity } from './link-activity.ts'
import { meetingsByLink, sumsByLink } from './link-reads.ts'
import { limits } from './links.ts'

/** The files of a funder's link: on each of its pages, so that they are one click from wherever one stands. */
export function Sheets({ say, secret }: { say: Say; secret: string }) {
  return (
    <p class="small">
      <a href={`/funder/${secret}/meetings.csv`}>{say('page.funder-link.csv')}</a> ·{' '}
      <a href={`/funder/${secret}/meetings.xlsx`}>{say('page.funder-link.xlsx')}</a> ·{' '}
      <a href={`/funder/${secret}/iati.xml`}>{say('page.statements.file.iati')}</a>
    </p>
  )
}

/** The funder's own money as an IATI activity: only what may be published, nobody's name but the funder's. */
export async function linkIati(db: Db, { params, query }: Asked): Promise<FileOut> {
  const activity = found(await linkActivity(db, params.secret ?? '', query))
  return { name: 'iati.xml', type: 'application/xml; charset=utf-8', bytes: new TextEncoder().encode(iatiXml(activity)) }
}

async function meetingsSheet(db: Db, { say, params }: Asked) {
  const sums = found(await sumsByLink(db, params.secret ?? ''))
  const meetings = await meetingsByLink(db, params.secret ?? '', { skip: 0, rowsMax: limits.rowsASheetMax })
  const labels = [
    'label.entry.sequence',
    'label.entry.day',
    'label.link.business',
    'label.link.hours',
    'label.link.part',
    'label.link.cost',
  ] as const
  const headers = [...labels.map((label) => say(label)), say('label.statement.currency')]
  const plain = (amount: bigint) => amountText(amount, sums.minorDigits)
  const rows = meetings.map(({ sequence, day, business, minutes, part, cost }) => [
    ...[String(sequence), day.toString(), business, hoursOf(minutes), plain(part), plain(cost), sums.currency],
  ])
  return { name: sums.bankName, headers, rows }
}

export async function linkMeetingsCsv(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await meetingsSheet(db, asked)
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: writeCsv(headers, rows) }
}

export async function linkMeetingsXlsx(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await meetingsSheet(db, asked)
  return { name: `${name}.xlsx`, type: xlsxType, bytes: await writeXlsx(headers, rows, { rightToLeft: asked.say.dir === 'rtl' }) }
}
