import { coordinatedBank } from '#funding/coordinated'
import { minorDigitsOf } from '#ground/amount'
import type { Db } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { Asked, FileOut } from '#ground/route'
import type { Entry } from '#hours/entry'
import { boundedAccounts } from '#hours/figures'
import { headOf } from '#hours/journal-reads'
import { entriesOf, fundersOf } from '#hours/reads'
import { hledgerJournal } from './hledger.ts'
import { entryLine, headLine, noHash, sealLine } from './journal-file.ts'
import { limits } from './links.ts'

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
