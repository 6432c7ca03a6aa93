import { sql } from 'kysely'
import { secretHash } from '#ground/chance'
import type { Db } from '#ground/db'
import { type Challenge, limits, type Passkey, type Purpose } from './passkey.ts'

const passkeyColumns = sql`p.id, p.person, p.organisation, p.credential_id, p.public_key, p.transports, p.name, p.added_at,
  coalesce((select max(u.at) from passkey_uses u where u.passkey = p.id), p.added_at) as last_used_at,
  coalesce((select max(u.counter) from passkey_uses u where u.passkey = p.id), 0)::float8 as counter`
const inForce = sql`not exists (select 1 from passkey_ends e where e.passkey = p.id)`

/** A person's passkeys in force, the oldest first. */
export async function passkeysOf(db: Db, person: string): Promise<Passkey[]> {
  const { rows } = await sql<Passkey>`select ${passkeyColumns} from passkeys p where p.person = ${person} and ${inForce}
    order by p.added_at, p.id limit ${limits.passkeysMax}`.execute(db)
  return rows
}

/** How many passkeys somebody else has, for who may lift them. */
export async function passkeyCount(db: Db, person: string): Promise<number> {
  const { rows } = await sql<{ count: number | null }>`select scope.passkey_count(${person}::uuid) as count`.execute(db)
  return rows[0]?.count ?? 0
}

/** The passkey in force that a device names. */
export async function passkeyOfCredential(db: Db, credentialId: Uint8Array): Promise<Passkey | undefined> {
  const { rows } = await sql<Passkey>`select ${passkeyColumns} from passkeys p
    where p.credential_id = ${Buffer.from(credentialId)} and ${inForce}`.execute(db)
  return rows[0]
}

/** Whose passkey it is, in force or not; undefined behind the walls. */
export async function passkeyOwner(db: Db, passkey: string): Promise<{ person: string; organisation: string } | undefined> {
  return db.selectFrom('passkeys').select(['person', 'organisation']).where('id', '=', passkey).executeTakeFirst()
}

const challengeColumns = sql`c.id, c.challenge, c.browser_hash, c.next, c.until,
  exists (select 1 from passkey_challenge_uses u where u.challenge = c.id) as is_used`

/** The challenge that an answer says it is of. */
export async function findChallenge(db: Db, challenge: Uint8Array, purpose: Purpose): Promise<Challenge | undefined> {
  const { rows } = await sql<Challenge>`select ${challengeColumns} from passkey_challenges c
    where c.challenge = ${Buffer.from(challenge)} and c.purpose = ${purpose}`.execute(db)
  return rows[0]
}

/** The challenge that this browser asked for last, while it can be answered. */
export async function openChallenge(db: Db, browser: string, purpose: Purpose): Promise<Challenge | undefined> {
  const { rows } = await sql<Challenge>`select ${challengeColumns} from passkey_challenges c
    where c.browser_hash = ${secretHash(browser)} and c.purpose = ${purpose} and c.until > ${db.now}
      and c.person is not distinct from ${db.scope.person}::uuid
      and not exists (select 1 from passkey_challenge_uses u where u.challenge = c.id)
    order by c.asked_at desc, c.id desc limit 1`.execute(db)
  return rows[0]
}

/** How many challenges a network has asked for in the last hour, of those that the asker may count. */
export async function challengesLately(db: Db, network: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from passkey_challenges
    where network_hash = ${secretHash(network)} and asked_at > ${db.now.subtract({ hours: 1 })}`.execute(db)
  return rows[0]?.count ?? 0
}

/** A person's sheet of recovery codes in force, and how many of its codes are left. */
export async function sheetOf(db: Db, person: string): Promise<{ id: string; left: number; madeAt: Temporal.Instant } | undefined> {
  const { rows } = await sql<{ id: string; left: number; madeAt: Temporal.Instant }>`
    select s.id, s.made_at, (${limits.codesASheet} - (select count(*) from recovery_uses u where u.sheet = s.id))::int as left
    from recovery_sheets s where s.person = ${person} and not exists (select 1 from recovery_sheet_ends e where e.sheet = s.id)
    order by s.made_at desc, s.id desc limit 1`.execute(db)
  return rows[0]
}

/** Which code of a sheet this is, while it was not used. */
export async function unusedCode(db: Db, sheet: string, codeHash: Uint8Array): Promise<number | undefined> {
  const { rows } = await sql<{ nth: number }>`select c.nth from recovery_codes c
    where c.sheet = ${sheet} and c.code_hash = ${Buffer.from(codeHash)}
      and not exists (select 1 from recovery_uses u where u.sheet = c.sheet and u.nth = c.nth)`.execute(db)
  return rows[0]?.nth
}

/** How many wrong codes were typed in a session of late. */
export async function triesLately(db: Db, session: string): Promise<number> {
  const since = db.now.subtract({ minutes: limits.codeTriesMinutes })
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from recovery_tries
    where session = ${session} and at > ${since}`.execute(db)
  return rows[0]?.count ?? 0
}
