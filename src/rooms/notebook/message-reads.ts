import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { limits, type Message } from './note.ts'
import { notebookKeys, openMessage } from './sealing.ts'

type Row = Omit<Message, 'text'> & { sealed: Uint8Array }

const messageSql = sql`select id, partnership, meeting, author, at, sealed from messages`

async function opened(db: Db, rows: readonly Row[]): Promise<Message[]> {
  const keys = await notebookKeys(db, rows)
  return rows.map(({ sealed, ...message }) => ({ ...message, text: openMessage(keys, message, sealed) }))
}

/** What the two wrote at a meeting: the first page has the newest, each page as it was written. Asked by one of the two. */
export async function messagesAt(db: Db, meeting: string, page = 1): Promise<Message[]> {
  const { rows } = await sql<Row>`${messageSql} where meeting = ${meeting}
    order by at desc, id desc limit ${limits.messagesShownMax} offset ${(page - 1) * limits.messagesShownMax}`.execute(db)
  return opened(db, rows.toReversed())
}

export async function countMessages(db: Db, meeting: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from messages where meeting = ${meeting}`.execute(db)
  return rows[0]?.count ?? 0
}

/** The newest messages of a pair, at whichever meeting, to be searched. */
export async function newestMessages(db: Db, partnership: string): Promise<Message[]> {
  const { rows } = await sql<Row>`${messageSql} where partnership = ${partnership}
    order by at desc, id desc limit ${limits.searchedMax}`.execute(db)
  return opened(db, rows)
}
