import { coordinatedBank } from '#funding/coordinated'
import type { Db } from '#ground/db'
import type { Asked, FileOut } from '#ground/route'
import { writeCsv } from '#ground/sheet-write'
import { zipStored } from '#ground/sheet-zip'
import type { Say } from '#ground/words'
import { fundersOf } from '#hours/reads'
import { claimSheets, laidDownSheet, meetingsSheet, moneySheet } from './audit-tables.ts'
import { hledgerFile, journalJsonl } from './files.ts'

const sheets = ['laid-down.csv', 'meetings.csv', 'money.csv', 'claims.csv', 'claim-lines.csv'] as const

/** All that an auditor asks for (7.7.17 of the domain), as one file; what was said in a meeting and who anybody is are not in it. */
export async function auditPack(db: Db, asked: Asked): Promise<FileOut> {
  const bank = await coordinatedBank(db, asked.params.bank ?? '')
  const { claims, lines } = await claimSheets(db, bank)
  const tables = [
    ...[await laidDownSheet(db, bank), await meetingsSheet(db, bank), await moneySheet(db, bank, await fundersOf(db, bank.id))],
    ...[claims, lines],
  ]
  const files = new Map<string, Buffer>([
    ['README.txt', Buffer.from(readme(asked.say, bank.name), 'utf8')],
    ['journal.jsonl', Buffer.from((await journalJsonl(db, asked)).bytes)],
    ['hledger.journal', Buffer.from((await hledgerFile(db, asked)).bytes)],
    ...sheets.map((name, at): [string, Buffer] => {
      const { headers, rows } = tables[at] ?? { headers: [], rows: [] }
      return [name, Buffer.from(writeCsv(headers, rows))]
    }),
  ])
  return { name: `${bank.name} audit.zip`, type: 'application/zip', bytes: zipStored(files) }
}

/** What each file is, and how to prove the journal without this house. */
function readme(say: Say, bank: string): string {
  const lines = [
    ...[say('audit.head', { bank }), '', say('audit.verify'), '', '    lampline verify-journal journal.jsonl', ''],
    `journal.jsonl: ${say('page.statements.file.journal')}`,
    `hledger.journal: ${say('page.statements.file.hledger')}`,
    `laid-down.csv: ${say('audit.file.laid-down')}`,
    `meetings.csv: ${say('audit.file.meetings')}`,
    `money.csv: ${say('audit.file.money')}`,
    `claims.csv: ${say('audit.file.claims')}`,
    `claim-lines.csv: ${say('audit.file.claim-lines')}`,
    ...['', say('audit.left-out'), ''],
  ]
  return lines.join('\r\n')
}
