import { type Insertable, sql } from 'kysely'
import type { Tables, Tx } from '#ground/db'

type New<Table extends keyof Tables> = Omit<Insertable<Tables[Table]>, 'at' | 'by'>
type Simple = 'pledges' | 'commitments' | 'tranches' | 'contributions' | 'moneyReturns'

/** False when the row is there already; so with every insert here. */
async function insertOnce<Table extends Simple>(tx: Tx, table: Table, row: New<Table>): Promise<boolean> {
  const added = await tx
    .insertInto(table)
    .values({ ...row, at: tx.now, by: tx.by } as never)
    .onConflict((on) => on.column('id' as never).doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export const insertPledge = (tx: Tx, row: New<'pledges'>) => insertOnce(tx, 'pledges', row)
export const insertCommitment = (tx: Tx, row: New<'commitments'>) => insertOnce(tx, 'commitments', row)
export const insertTranche = (tx: Tx, row: New<'tranches'>) => insertOnce(tx, 'tranches', row)
export const insertContribution = (tx: Tx, row: New<'contributions'>) => insertOnce(tx, 'contributions', row)
export const insertReturn = (tx: Tx, row: New<'moneyReturns'>) => insertOnce(tx, 'moneyReturns', row)

/** Gives the receipt the next number of its bank, which the entry just written holds until the transaction ends. */
export async function insertReceipt(tx: Tx, row: Omit<New<'receipts'>, 'number'>): Promise<void> {
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from receipts where bank = ${row.bank})`
  await tx
    .insertInto('receipts')
    .values({ ...row, number, at: tx.now, by: tx.by })
    .onConflict((on) => on.column('id').doNothing())
    .execute()
}

export async function insertConditionMet(
  tx: Tx,
  row: { tranche: string; metOn: Temporal.PlainDate; words: string | null },
): Promise<boolean> {
  const added = await tx
    .insertInto('trancheConditions')
    .values({ ...row, at: tx.now, by: tx.by })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export async function insertDecision(tx: Tx, row: { contribution: string; agreed: boolean; by: string }): Promise<boolean> {
  const added = await tx
    .insertInto('contributionDecisions')
    .values({ ...row, at: tx.now })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
