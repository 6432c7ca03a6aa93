import { type Insertable, sql } from 'kysely'
import type { Tables, Tx } from '#ground/db'

type New<Table extends keyof Tables> = Omit<Insertable<Tables[Table]>, 'at' | 'by'>

const isNew = ({ numInsertedOrUpdatedRows }: { numInsertedOrUpdatedRows?: bigint }) => numInsertedOrUpdatedRows === 1n
const stamp = ({ now, by }: Tx) => ({ at: now, by })

/** False when the row is there already; so with every insert here. */
export async function insertPledge(tx: Tx, row: New<'pledges'>): Promise<boolean> {
  const values = { ...row, ...stamp(tx) }
  return isNew(
    await tx
      .insertInto('pledges')
      .values(values)
      .onConflict((on) => on.column('id').doNothing())
      .executeTakeFirst(),
  )
}

export async function insertCommitment(tx: Tx, row: New<'commitments'>): Promise<boolean> {
  const values = { ...row, ...stamp(tx) }
  return isNew(
    await tx
      .insertInto('commitments')
      .values(values)
      .onConflict((on) => on.column('id').doNothing())
      .executeTakeFirst(),
  )
}

export async function insertTranche(tx: Tx, row: New<'tranches'>): Promise<boolean> {
  const values = { ...row, ...stamp(tx) }
  return isNew(
    await tx
      .insertInto('tranches')
      .values(values)
      .onConflict((on) => on.column('id').doNothing())
      .executeTakeFirst(),
  )
}

export async function insertBridge(tx: Tx, row: New<'bridges'>): Promise<void> {
  await tx
    .insertInto('bridges')
    .values({ ...row, ...stamp(tx) })
    .execute()
}

export async function insertContribution(tx: Tx, row: New<'contributions'> & { by: string }): Promise<boolean> {
  const values = { ...row, at: tx.now }
  return isNew(
    await tx
      .insertInto('contributions')
      .values(values)
      .onConflict((on) => on.column('id').doNothing())
      .executeTakeFirst(),
  )
}

export async function insertReturn(tx: Tx, row: New<'moneyReturns'>): Promise<boolean> {
  const values = { ...row, ...stamp(tx) }
  return isNew(
    await tx
      .insertInto('moneyReturns')
      .values(values)
      .onConflict((on) => on.column('id').doNothing())
      .executeTakeFirst(),
  )
}

/** Gives the receipt the next number of its bank, which the entry just written holds until the transaction ends. */
export async function insertReceipt(tx: Tx, row: Omit<New<'receipts'>, 'number'>): Promise<void> {
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from receipts where bank = ${row.bank})`
  await tx
    .insertInto('receipts')
    .values({ ...row, number, ...stamp(tx) })
    .onConflict((on) => on.column('id').doNothing())
    .execute()
}

export async function insertConditionMet(
  tx: Tx,
  row: { tranche: string; metOn: Temporal.PlainDate; words: string | null },
): Promise<boolean> {
  const values = { ...row, ...stamp(tx) }
  return isNew(
    await tx
      .insertInto('trancheConditions')
      .values(values)
      .onConflict((on) => on.doNothing())
      .executeTakeFirst(),
  )
}

export async function insertDecision(tx: Tx, row: { contribution: string; agreed: boolean; by: string }): Promise<boolean> {
  const values = { ...row, at: tx.now }
  return isNew(
    await tx
      .insertInto('contributionDecisions')
      .values(values)
      .onConflict((on) => on.doNothing())
      .executeTakeFirst(),
  )
}
