import { sql } from 'kysely'
import type { Tx } from '#ground/db'
import type { Call, Claim, Line } from './claim.ts'

/** One deed at a time for a claim. */
export async function holdClaim(tx: Tx, claim: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${claim}, 31))`.execute(tx)
}

type NewClaim = Pick<Claim, 'id' | 'bank' | 'organisation' | 'programme' | 'coach' | 'month' | 'amount' | 'minutes'>

export async function insertClaim(tx: Tx, claim: NewClaim, lines: readonly Line[]): Promise<void> {
  await tx
    .insertInto('claims')
    .values({ ...claim, at: tx.now, by: tx.by })
    .execute()
  await tx
    .insertInto('claimLines')
    .values(lines.map((line) => ({ ...line, flags: [...line.flags], claim: claim.id })))
    .execute()
}

export async function insertCall(
  tx: Tx,
  row: { id: string; claim: string; meeting: string; outcome: Call['outcome']; by: string },
): Promise<void> {
  await tx
    .insertInto('claimCalls')
    .values({ ...row, at: tx.now })
    .onConflict((on) => on.column('id').doNothing())
    .execute()
}

export async function insertApproval(tx: Tx, claim: string, by: string): Promise<void> {
  await tx.insertInto('claimApprovals').values({ claim, by, at: tx.now }).execute()
}

export async function insertRefusal(tx: Tx, row: { claim: string; reason: string; by: string }): Promise<void> {
  await tx
    .insertInto('claimRefusals')
    .values({ ...row, at: tx.now })
    .execute()
}

export async function insertPayment(tx: Tx, row: { claim: string; entry: string; reference: string; by: string }): Promise<void> {
  await tx
    .insertInto('claimPayments')
    .values({ ...row, at: tx.now })
    .execute()
}
