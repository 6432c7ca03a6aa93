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

/** The fingerprint of what an entry's verb was asked for. */
export async function askedOf(db: Db, entry: string): Promise<Uint8Array | undefined> {
  return (await db.selectFrom('entries').select('asked').where('id', '=', entry).executeTakeFirst())?.asked
}
