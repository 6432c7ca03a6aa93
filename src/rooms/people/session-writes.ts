import { sql } from 'kysely'
import { secretHash } from '#ground/chance'
import type { Tx } from '#ground/db'
import { type BegunBy, limits, type ProvenBy } from './session.ts'

type NewSession = { person: string; link: string; begunBy: BegunBy; token: string; device: string; until: Temporal.Instant }

/** The session's id, or null when the link has started one already. */
export async function insertSession(tx: Tx, { token, device, ...session }: NewSession): Promise<string | null> {
  const id = tx.newId()
  const row = { ...session, id, tokenHash: secretHash(token), device: device.slice(0, limits.deviceCharsMax), startedAt: tx.now }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sessions')
    .values(row)
    .onConflict((conflict) => conflict.column('link').doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n ? id : null
}

/** False when it had ended before. */
export async function insertSessionEnd(tx: Tx, session: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sessionEnds')
    .values({ session, at: tx.now, by: tx.by })
    .onConflict((conflict) => conflict.column('session').doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Ends all that are open but one; answers which. */
export async function insertSessionEnds(tx: Tx, person: string, keep: string | null): Promise<string[]> {
  const { rows } = await sql<{ session: string }>`insert into session_ends (session, at, by)
    select s.id, ${tx.now}, ${tx.by}::uuid from sessions s
    where s.person = ${person} and s.until > ${tx.now} and s.id is distinct from ${keep}
    on conflict (session) do nothing returning session`.execute(tx)
  return rows.map(({ session }) => session)
}

/** Gives a session another secret in place of its own; answers until when it is good. */
export async function renewToken(tx: Tx, session: string, token: string): Promise<Temporal.Instant> {
  const renewed = tx
    .updateTable('sessions')
    .set({ tokenHash: secretHash(token) })
    .where('id', '=', session)
  return (await renewed.returning('until').executeTakeFirstOrThrow()).until
}

export async function insertProof(tx: Tx, session: string, by: ProvenBy): Promise<void> {
  await tx
    .insertInto('sessionProofs')
    .values({ session, at: tx.now, by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** One row a day, whoever comes first. */
export async function insertSighting(tx: Tx, session: string): Promise<void> {
  const day = tx.now.toZonedDateTimeISO('UTC').toPlainDate()
  await tx
    .insertInto('sessionSightings')
    .values({ session, day, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether the person has signed in by any browser before, and by this one; from now on by this one. */
export async function meetBrowser(tx: Tx, person: string, browser: string): Promise<{ isFirst: boolean; isKnown: boolean }> {
  const browserHash = secretHash(browser)
  const before = await tx.selectFrom('knownBrowsers').select('browserHash').where('person', '=', person).limit(1).execute()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('knownBrowsers')
    .values({ person, browserHash, firstAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return { isFirst: before.length === 0, isKnown: (numInsertedOrUpdatedRows ?? 0n) === 0n }
}
