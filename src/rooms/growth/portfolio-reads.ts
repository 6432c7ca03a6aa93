import { sql } from 'kysely'
import type { Db } from '#ground/db'

/** What somebody has left out of their portfolio, by the ids of its items. Asked by the person; nobody else learns of it. */
export async function leftOut(db: Db, person: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ item: string }>`
    select item from (
      select distinct on (item) item, choice from portfolio_choices where person = ${person} order by item, at desc, id desc) as latest
    where choice = 'out'`.execute(db)
  return new Set(rows.map(({ item }) => item))
}
