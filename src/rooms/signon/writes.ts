import { secretHash } from '#ground/chance'
import type { Tx } from '#ground/db'
import type { Metadata } from './provider.ts'

const isNew = ({ numInsertedOrUpdatedRows }: { numInsertedOrUpdatedRows?: bigint }) => numInsertedOrUpdatedRows === 1n

/** False when the name, or another of this organisation, is there already. */
export async function insertName(tx: Tx, name: string, organisation: string): Promise<boolean> {
  return isNew(
    await tx
      .insertInto('signOnNames')
      .values({ name, organisation })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

type NewProvider = {
  id: string
  organisation: string
  issuer: string
  client: string
  sealed: Uint8Array
  metadata: Metadata
  codeClaim: string | null
  isStrong: boolean
  isOnly: boolean
  by: string
}

export async function insertProvider(tx: Tx, { metadata, ...row }: NewProvider): Promise<boolean> {
  return isNew(
    await tx
      .insertInto('signOnProviders')
      .values({ ...row, metadata: JSON.stringify(metadata), at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

export async function insertProviderEnd(tx: Tx, provider: string, by: string): Promise<boolean> {
  return isNew(
    await tx
      .insertInto('signOnProviderEnds')
      .values({ provider, by, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

type NewTry = {
  id: string
  provider: string
  state: string
  browser: string
  sealed: Uint8Array
  next: string | null
  until: Temporal.Instant
}

export async function insertTry(tx: Tx, { state, browser, ...row }: NewTry): Promise<boolean> {
  return isNew(
    await tx
      .insertInto('signOnTries')
      .values({ ...row, stateHash: secretHash(state), browserHash: secretHash(browser), at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

/** False when somebody came back with it before. */
export async function insertTryUse(tx: Tx, id: string): Promise<boolean> {
  return isNew(
    await tx
      .insertInto('signOnTryUses')
      .values({ try: id, at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  )
}

export async function deleteTriesBefore(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('signOnTries').where('until', '<', before).execute()
}
