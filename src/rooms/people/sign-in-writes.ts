import { sql } from 'kysely'
import { secretHash } from '#ground/chance'
import type { Tx } from '#ground/db'
import { limits } from './session.ts'

type NewLink = { address: string; browser: string; network: string; next: string | null }

/** One request at a time for an address and for a network, until the transaction ends: at once, all would find room. */
export async function lockAsking(tx: Tx, address: string, network: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in at ${address}`}, 0))`.execute(tx)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in from ${network}`}, 0))`.execute(tx)
}

export async function insertLink(tx: Tx, { address, browser, network, next }: NewLink): Promise<string> {
  const id = tx.newId()
  await tx
    .insertInto('signInLinks')
    .values({
      id,
      purpose: 'sign-in',
      address,
      browserHash: secretHash(browser),
      networkHash: secretHash(network),
      next,
      askedAt: tx.now,
      until: tx.now.add({ minutes: limits.codeMinutes }),
    })
    .execute()
  return id
}

/** Gives a link its secrets, once; false when it has them. */
export async function giveSecrets(tx: Tx, link: string, secrets: { tokenHash: Uint8Array; codeHash: Uint8Array }): Promise<boolean> {
  const row = { tokenHash: Buffer.from(secrets.tokenHash), codeHash: Buffer.from(secrets.codeHash) }
  const { numUpdatedRows } = await tx
    .updateTable('signInLinks')
    .set(row)
    .where('id', '=', link)
    .where('tokenHash', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Holds a link until the transaction ends, so that tries at once are counted one after the other. */
export async function lockLink(tx: Tx, link: string): Promise<void> {
  await tx.selectFrom('signInLinks').select('id').where('id', '=', link).forUpdate().execute()
}

export async function insertTry(tx: Tx, link: string, nth: number): Promise<void> {
  await tx.insertInto('signInTries').values({ link, nth, at: tx.now }).execute()
}

/** False when the link was used before: of many uses at once, one is kept. */
export async function insertUse(tx: Tx, link: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('signInUses')
    .values({ link, at: tx.now })
    .onConflict((conflict) => conflict.column('link').doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Puts a new founding link in the place of any before it. */
export async function replaceFoundingLink(tx: Tx, token: string, until: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('signInLinks').where('purpose', '=', 'first-administrator').execute()
  const row = { id: tx.newId(), purpose: 'first-administrator', tokenHash: secretHash(token), askedAt: tx.now, until }
  await tx.insertInto('signInLinks').values(row).execute()
}

/** Forgets links that are of no more use, with their tries and uses. */
export async function removeOldLinks(tx: Tx): Promise<void> {
  const before = tx.now.subtract({ hours: limits.linksKeptHours })
  await tx.deleteFrom('signInLinks').where('purpose', '=', 'sign-in').where('askedAt', '<', before).execute()
}
