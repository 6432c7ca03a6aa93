import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { Entry } from './entry.ts'
import { entryColumns, entryFrom } from './reads.ts'

const touches = (funder: string) =>
  sql<boolean>`exists (select 1 from legs l join accounts a on a.id = l.account where l.entry = entries.id and a.funder = ${funder})`

export async function entriesCount(db: Db, bank: string, funder: string | null): Promise<number> {
  const { count } = await db
    .selectFrom('entries')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('bank', '=', bank)
    .$if(funder !== null, (query) => query.where(touches(funder ?? '')))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The latest entries of a bank, a page at a time; of one funder's money where it is named. */
export async function latestEntries(
  db: Db,
  bank: string,
  asked: { page: number; limit: number; funder?: string | null },
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('entries')
    .select(entryColumns)
    .where('bank', '=', bank)
    .$if(Boolean(asked.funder), (query) => query.where(touches(asked.funder ?? '')))
    .orderBy('sequence', 'desc')
    .limit(asked.limit)
    .offset((asked.page - 1) * asked.limit)
    .execute()
  return rows.map(entryFrom)
}

/** What stands against an entry: what resolved it, and what reversed it. */
export async function entriesAbout(db: Db, entry: string): Promise<Entry[]> {
  const rows = await db
    .selectFrom('entries')
    .select(entryColumns)
    .where((is) => is.or([is('resolves', '=', entry), is('reverses', '=', entry)]))
    .orderBy('sequence')
    .execute()
  return rows.map(entryFrom)
}

export async function headOf(db: Db, bank: string): Promise<{ sequence: bigint; hash: string } | undefined> {
  const row = await db.selectFrom('bankHeads').select(['sequence', 'hash']).where('bank', '=', bank).executeTakeFirst()
  return row && { sequence: row.sequence, hash: Buffer.from(row.hash).toString('hex') }
}

/** What each funder has paid in the stead of a holder, less what went back to it; reversed waivers left out. Minor units, by funder. */
export async function waivedFor(db: Db, bank: string, holder: string): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await sql<{ funder: string; amount: bigint }>`
    select a.funder, -sum(l.amount)::int8 as amount from entries e left join entries o on o.id = e.reverses
      join legs l on l.entry = e.id join accounts a on a.id = l.account and a.holder is null
    where e.bank = ${bank} and e.holder = ${holder} and 'waive' in (e.kind, o.kind) group by a.funder`.execute(db)
  return new Map(rows.map(({ funder, amount }) => [funder, amount]))
}
