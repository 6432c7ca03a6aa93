import { sql } from 'kysely'
import type { Db } from '#ground/db'

/** What was laid down for a bank, by whom, and who else agreed; `agreed` is null where it needs nobody, or nobody has decided yet. */
export type LaidDown = {
  kind: 'terms' | 'tariff' | 'shares' | 'correction' | 'closing'
  fromDay: Temporal.PlainDate | null
  at: Temporal.Instant
  by: string | null
  agreed: boolean | null
  agreedAt: Temporal.Instant | null
  agreedBy: string | null
  what: string
}

export async function laidDownIn(db: Db, bank: string): Promise<LaidDown[]> {
  return (await sql<LaidDown>`select * from scope.bank_laid_down(${bank})`.execute(db)).rows
}
