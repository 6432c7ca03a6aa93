import { coordinatedBank, coordinatedFunder } from '#funding/coordinated'
import { amountText } from '#ground/amount'
import type { Db } from '#ground/db'
import type { Asked, FileOut } from '#ground/route'
import { writeCsv, writeXlsx } from '#ground/sheet-write'
import type { Say } from '#ground/words'
import type { Bank } from '#hours/bank'
import { headOf } from '#hours/journal-reads'
import { hoursOf } from '#hours/money'
import { askedQuarter } from './asked-quarter.ts'
import { xlsxType } from './holders.page.tsx'
import { type Statement, statementsOf } from './statement.ts'

const money = ['opening', 'received', 'spent', 'returned', 'bridged', 'waived', 'corrected', 'closing', 'reserved', 'inKind'] as const
const theirs = ['opening', 'received', 'spent', 'otherwise', 'closing'] as const

/** A funder a row: of the whole bank, or of the funder who is asked for. */
async function sheetOf(db: Db, { say, params, query }: Asked) {
  const one = params.funder === undefined ? undefined : await coordinatedFunder(db, params.funder)
  const bank = one?.bank ?? (await coordinatedBank(db, params.bank ?? ''))
  const { quarter } = await askedQuarter(db, bank, query)
  const { rows, countedOn } = await statementsOf(db, bank, quarter)
  const head = await headOf(db, bank.id)
  const days = [quarter.from.toString(), quarter.to.toString(), bank.currency]
  const stands = `${head?.sequence ?? 0n} ${head?.hash ?? ''}`
  return {
    name: `${one?.funder.name ?? bank.name} ${quarter.name}`,
    headers: headersOf(say),
    rows: rows
      .filter(({ who }) => one === undefined || who.id === one.funder.id)
      .map((row) => [row.who.name, ...days, ...cellsOf(row, bank, countedOn), stands]),
  }
}

function headersOf(say: Say): string[] {
  return [
    ...[say('label.bank.funder'), say('label.statement.from'), say('label.statement.to'), say('label.statement.currency')],
    ...money.map((part) => say(part === 'inKind' ? 'label.statement.in-kind' : `label.statement.${part}`)),
    ...[say('label.link.hours'), say('label.link.meetings'), say('label.link.businesses'), say('label.statement.their-currency')],
    ...theirs.map((part) => say(`label.statement.their-${part}`)),
    ...[say('label.statement.exchange'), say('label.statement.counted-on'), say('label.funding.hours-left'), say('label.funding.dry-on')],
    say('label.bank.head'),
  ]
}

function cellsOf(row: Statement, { minorDigits }: Bank, countedOn: Temporal.PlainDate): string[] {
  const { exchange, ahead } = row
  return [
    ...money.map((part) => amountText(row[part], minorDigits)),
    ...[hoursOf(row.minutes), String(row.meetings), String(row.businesses), exchange?.currency ?? ''],
    ...theirs.map((part) => (exchange ? amountText(exchange[part], exchange.minorDigits) : '')),
    ...[exchange ? amountText(exchange.difference, minorDigits) : '', countedOn.toString()],
    ...[ahead ? amountText(ahead.hundredths, 2) : '', ahead?.dryOn?.toString() ?? ''],
  ]
}

export async function statementCsv(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await sheetOf(db, asked)
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: writeCsv(headers, rows) }
}

export async function statementXlsx(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await sheetOf(db, asked)
  return { name: `${name}.xlsx`, type: xlsxType, bytes: await writeXlsx(headers, rows, { rightToLeft: asked.say.dir === 'rtl' }) }
}
