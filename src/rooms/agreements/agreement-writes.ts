import { sql } from 'kysely'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { Signer, Version } from './agreement.ts'

/** Holds a pair until the transaction ends, so that two who write or sign at once come one after the other. */
export async function holdPair(tx: Tx, partnership: string): Promise<void> {
  await sql`select scope.hold_partnership(${partnership})`.execute(tx)
}

type NewVersion = Omit<Version, 'at' | 'clauses' | 'goals' | 'isReadable'> & { sealed: Uint8Array }

/** False when that form was saved before. */
export async function insertVersion(tx: Tx, row: NewVersion): Promise<boolean> {
  const written = await tx
    .insertInto('agreementVersions')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

/** False when that signer had signed it. Refuses a text that was changed meanwhile. */
export async function insertSignature(tx: Tx, row: { version: string; signer: Signer; person: string }): Promise<boolean> {
  try {
    const written = await tx
      .insertInto('agreementSignatures')
      .values({ ...row, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return written.numInsertedOrUpdatedRows === 1n
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'agreement_newest') refuse('agreements.changed')
    throw error
  }
}
