import { coordinatedBank } from '#funding/coordinated'
import { amountText, minorDigitsOf } from '#ground/amount'
import type { Db } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import type { Asked, FileOut } from '#ground/route'
import { writeCsv, writeXlsx } from '#ground/sheet-write'
import type { Entry } from '#hours/entry'
import { boundedAccounts, funderFigures } from '#hours/figures'
import { headOf } from '#hours/journal-reads'
import { entriesOf, fundersOf } from '#hours/reads'
import { findProgramme } from '#programmes/reads'
import { hledgerJournal } from './hledger.ts'
import { xlsxType } from './holders.page.tsx'
import { entryLine, headLine, noHash, sealLine } from './journal-file.ts'
import { limits } from './links.ts'
import { askedQuarter } from './statements.page.tsx'

const text = (lines: string) => new TextEncoder().encode(lines)
const entriesAReadMax = 5_000

/** Every entry of a bank, in order; refuses `statements.tooLong` where a file cannot hold them. */
async function everyEntry(db: Db, bank: string): Promise<Entry[]> {
  const all: Entry[] = []
  for (;;) {
    const next = await entriesOf(db, bank, { after: all.at(-1)?.sequence ?? 0n, limit: entriesAReadMax })
    all.push(...next)
    if (all.length > limits.entriesMax) refuse('statements.tooLong', { entriesMax: limits.entriesMax })
    if (next.length < entriesAReadMax) return all
  }
}

/** The whole journal, as one file that is proved without this house: `lampline verify-journal`. */
export async function journalJsonl(db: Db, { params }: Asked): Promise<FileOut> {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const head = (await headOf(db, bank.id)) ?? { sequence: 0n, hash: noHash }
  const first = headLine({ bank, funders: await fundersOf(db, bank.id), accounts: await boundedAccounts(db, bank.id), head })
  const lines = [first, ...(await everyEntry(db, bank.id)).map(entryLine)]
  return {
    name: `${bank.name} journal.jsonl`,
    type: 'application/jsonl; charset=utf-8',
    bytes: text([...lines, sealLine(lines), ''].join('\n')),
  }
}

export async function hledgerFile(db: Db, { params }: Asked): Promise<FileOut> {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const digitsOf = (unit: string) => (unit === bank.currency ? bank.minorDigits : (minorDigitsOf(unit) ?? 2))
  const books = { bank, funders: await fundersOf(db, bank.id), accounts: await boundedAccounts(db, bank.id), digitsOf }
  const bytes = text(hledgerJournal(books, await everyEntry(db, bank.id)))
  return { name: `${bank.name}.journal`, type: 'text/plain; charset=utf-8', bytes }
}

async function statementSheet(db: Db, { say, params, query }: Asked) {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const { startsOn } = found(await findProgramme(db, bank.programme))
  const { quarter } = askedQuarter(bank, db, query, startsOn)
  const names = new Map((await fundersOf(db, bank.id)).map(({ id, name }) => [id, name]))
  const figures = await funderFigures(db, bank.id, quarter)
  const heads = ['opening', 'received', 'spent', 'returned', 'bridged', 'waived', 'corrected', 'closing', 'reserved', 'in-kind'] as const
  const headers = [
    say('label.bank.funder'),
    say('label.statement.from'),
    say('label.statement.to'),
    say('label.statement.currency'),
    ...heads.map((head) => say(`label.statement.${head}`)),
    say('label.bank.head'),
  ]
  const head = await headOf(db, bank.id)
  const plain = (amount: bigint) => amountText(amount, bank.minorDigits)
  const rows = figures.map((one) => [
    ...[names.get(one.funder) ?? '', quarter.from.toString(), quarter.to.toString(), bank.currency],
    ...[
      one.opening,
      one.received,
      one.spent,
      one.returned,
      one.bridged,
      one.waived,
      one.corrected,
      one.closing,
      one.reserved,
      one.inKind,
    ].map(plain),
    `${head?.sequence ?? 0n} ${head?.hash ?? ''}`,
  ])
  return { name: `${bank.name} ${quarter.name}`, headers, rows }
}

export async function statementCsv(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await statementSheet(db, asked)
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: writeCsv(headers, rows) }
}

export async function statementXlsx(db: Db, asked: Asked): Promise<FileOut> {
  const { name, headers, rows } = await statementSheet(db, asked)
  return { name: `${name}.xlsx`, type: xlsxType, bytes: await writeXlsx(headers, rows, { rightToLeft: asked.say.dir === 'rtl' }) }
}
