import type { Db } from '#ground/db'
import type { Asked, FileOut } from '#ground/route'
import { writeCsv, writeXlsx } from '#ground/sheet-write'
import type { Say } from '#ground/words'
import { hoursIn } from './free-week.ts'
import { knownPeople } from './import-reads.ts'
import { idsIn } from './people-reads.ts'
import type { Profile } from './person.ts'
import { topicName } from './topics.ts'

/** As an import reads them, so that a sheet may go out, be mended and come in again. */
const columns = [
  ...([
    'code',
    'fullName',
    'nameLatin',
    'calledName',
    'email',
    'phone',
    'unit',
    'jobTitle',
    'grade',
    'lineManagerCode',
    'country',
  ] as const),
  ...(['field', 'languages', 'canHelpWith', 'wantsHelpWith', 'freeHours', 'language', 'calendar', 'zone', 'about'] as const),
] satisfies readonly (keyof Profile)[]

const csvType = 'text/csv; charset=utf-8'
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function peopleCsv(db: Db, asked: Asked): Promise<FileOut> {
  const { headers, rows } = await sheetOf(db, asked)
  return { name: `${asked.say('page.people.file')}.csv`, type: csvType, bytes: writeCsv(headers, rows) }
}

export async function peopleXlsx(db: Db, asked: Asked): Promise<FileOut> {
  const { headers, rows } = await sheetOf(db, asked)
  const bytes = await writeXlsx(headers, rows, { rightToLeft: asked.say.dir === 'rtl' })
  return { name: `${asked.say('page.people.file')}.xlsx`, type: xlsxType, bytes }
}

async function sheetOf(db: Db, { say, params, query }: Asked): Promise<{ headers: string[]; rows: string[][] }> {
  const organisation = params.organisation ?? ''
  const order = await idsIn(db, organisation, query.get('q') ?? '')
  const profiles = new Map((await knownPeople(db, organisation)).map(({ id, profile }) => [id, profile as Profile]))
  const rows = order.flatMap((id) => profiles.get(id) ?? []).map((profile) => columns.map((column) => cellOf(say, profile, column)))
  return { headers: columns.map((column) => say(`column.${column}`)), rows }
}

function cellOf(say: Say, profile: Profile, column: (typeof columns)[number]): string {
  if (column === 'freeHours') return hoursIn(say.language, profile.freeHours ?? [])
  if (column === 'canHelpWith' || column === 'wantsHelpWith') return profile[column].map((topic) => topicName(say, topic)).join(', ')
  const value = profile[column]
  return Array.isArray(value) ? value.join(', ') : (value ?? '')
}
