import type { Db } from '#ground/db'
import type { Account, AccountKind } from '#hours/account'

/** The accounts of a bank with their bounds. */
export async function boundedAccounts(db: Db, bank: string): Promise<(Account & { ceiling: bigint | null })[]> {
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'kind', 'unit', 'funder', 'holder', 'band', 'floor', 'ceiling', 'balance'])
    .where('bank', '=', bank)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as AccountKind }))
}
