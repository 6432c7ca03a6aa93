import { sql } from 'kysely'
import { secretHash } from '#ground/chance'
import type { Tx } from '#ground/db'
import type { NewKey } from './check.ts'
import { limits, type Purpose } from './passkey.ts'

/** One change at a time to what a person comes in by: of two that take away a passkey at once, the second sees what the first left. */
export async function lockWaysIn(tx: Tx, person: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ways in of ${person}`}, 0))`.execute(tx)
}

type NewChallenge = { purpose: Purpose; browser: string; network: string; next: string | null }

export async function insertChallenge(tx: Tx, { purpose, browser, network, next }: NewChallenge): Promise<void> {
  const challenge = Buffer.concat([tx.newSecret(), tx.newSecret()].map((secret) => Buffer.from(secret, 'base64url')))
  const hashes = { browserHash: secretHash(browser), networkHash: secretHash(network) }
  const times = { askedAt: tx.now, until: tx.now.add({ minutes: limits.challengeMinutes }) }
  await tx
    .insertInto('passkeyChallenges')
    .values({ id: tx.newId(), purpose, person: tx.by, challenge, next, ...hashes, ...times })
    .execute()
}

/** False when it was spent before: of many answers at once, one is looked at. */
export async function spendChallenge(tx: Tx, challenge: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkeyChallengeUses')
    .values({ challenge, at: tx.now })
    .onConflict((conflict) => conflict.column('challenge').doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function removeOldChallenges(tx: Tx): Promise<void> {
  const before = tx.now.subtract({ hours: limits.challengesKeptHours })
  await tx.deleteFrom('passkeyChallenges').where('askedAt', '<', before).execute()
}

type NewPasskey = NewKey & { person: string; organisation: string; name: string; transports: readonly string[] }

export async function insertPasskey(tx: Tx, { counter, credentialId, publicKey, transports, ...made }: NewPasskey): Promise<string> {
  const id = tx.newId()
  const key = { credentialId: Buffer.from(credentialId), publicKey: Buffer.from(publicKey), transports: [...transports] }
  await tx
    .insertInto('passkeys')
    .values({ ...made, ...key, id, addedAt: tx.now })
    .execute()
  await insertUse(tx, id, counter)
  return id
}

export async function insertUse(tx: Tx, passkey: string, counter: number): Promise<void> {
  const row = { id: tx.newId(), passkey, at: tx.now, counter: BigInt(counter) }
  await tx.insertInto('passkeyUses').values(row).execute()
}

/** False when it had ended before. */
export async function insertEnd(tx: Tx, passkey: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkeyEnds')
    .values({ passkey, at: tx.now, by: tx.by })
    .onConflict((conflict) => conflict.column('passkey').doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False when the sheet is kept already. */
export async function insertSheet(tx: Tx, sheet: { id: string; person: string; organisation: string }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('recoverySheets')
    .values({ ...sheet, madeAt: tx.now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function insertCodes(tx: Tx, sheet: string, hashes: readonly Uint8Array[]): Promise<void> {
  const rows = hashes.map((hash, at) => ({ sheet, nth: at + 1, codeHash: Buffer.from(hash) }))
  await tx.insertInto('recoveryCodes').values(rows).execute()
}

/** False when the code was used before. */
export async function insertCodeUse(tx: Tx, sheet: string, nth: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('recoveryUses')
    .values({ sheet, nth, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function insertSheetEnd(tx: Tx, sheet: string): Promise<void> {
  await tx
    .insertInto('recoverySheetEnds')
    .values({ sheet, at: tx.now, by: tx.by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertTry(tx: Tx, session: string): Promise<void> {
  await tx.insertInto('recoveryTries').values({ id: tx.newId(), session, at: tx.now }).execute()
}

/** Ends all passkeys and codes of somebody else; answers how many passkeys. */
export async function endAll(tx: Tx, person: string): Promise<number> {
  const { rows } = await sql<{ lifted: number }>`select scope.lift_passkeys(${person}::uuid, ${tx.now}) as lifted`.execute(tx)
  return rows[0]?.lifted ?? 0
}
