import { sql } from 'kysely'
import { secretHash } from '#ground/chance'
import type { Db } from '#ground/db'
import type { Calendar, Language } from '#ground/words'
import { type BegunBy, limits } from './session.ts'
import type { SignInLink } from './sign-in.ts'

const linkColumns = sql`l.id, l.address, l.code_hash, l.browser_hash, l.next, l.until,
  exists (select 1 from sign_in_uses u where u.link = l.id) as used,
  (select count(*)::int from sign_in_tries t where t.link = l.id) as tries`

/** The link that a letter carried. */
export async function findLinkByToken(db: Db, token: string): Promise<SignInLink | undefined> {
  const { rows } = await sql<SignInLink>`select ${linkColumns} from sign_in_links l
    where l.purpose = 'sign-in' and l.token_hash = ${secretHash(token)}`.execute(db)
  return rows[0]
}

/** The link by its id, as the job that writes its letter knows it. */
export async function findLink(db: Db, id: string): Promise<SignInLink | undefined> {
  const { rows } = await sql<SignInLink>`select ${linkColumns} from sign_in_links l where l.purpose = 'sign-in' and l.id = ${id}`.execute(
    db,
  )
  return rows[0]
}

/** The link that this browser asked for last. */
export async function newestLinkOf(db: Db, browser: string): Promise<SignInLink | undefined> {
  const { rows } = await sql<SignInLink>`select ${linkColumns} from sign_in_links l
    where l.purpose = 'sign-in' and l.browser_hash = ${secretHash(browser)} order by l.asked_at desc, l.id desc limit 1`.execute(db)
  return rows[0]
}

/** The link by which this browser proved that it reads an address, while nobody is signed in by it yet. */
export async function provenLinkOf(db: Db, browser: string): Promise<SignInLink | undefined> {
  const since = db.now.subtract({ minutes: limits.codeMinutes })
  const { rows } = await sql<SignInLink>`select ${linkColumns} from sign_in_links l join sign_in_uses u on u.link = l.id
    where l.purpose = 'sign-in' and l.browser_hash = ${secretHash(browser)} and u.at > ${since}
      and not exists (select 1 from sessions s where s.link = l.id)
    order by u.at desc, l.id desc limit 1`.execute(db)
  return rows[0]
}

/** How many links were asked for in the last hour, for an address and from a network. */
export async function linksAskedLately(db: Db, address: string, network: string): Promise<{ address: number; network: number }> {
  const since = db.now.subtract({ hours: 1 })
  const { rows } = await sql<{ address: number; network: number }>`select
    (select count(*)::int from sign_in_links where address = ${address} and asked_at > ${since}) as address,
    (select count(*)::int from sign_in_links where network_hash = ${secretHash(network)} and asked_at > ${since}) as network`.execute(db)
  return rows[0] ?? { address: 0, network: 0 }
}

/** How many sign-in letters the house has written in the last hour. */
export async function lettersWrittenLately(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from sign_in_links
    where token_hash is not null and purpose = 'sign-in' and asked_at > ${db.now.subtract({ hours: 1 })}`.execute(db)
  return rows[0]?.count ?? 0
}

export type Holder = {
  id: string
  organisation: string
  code: string
  /** What they are called, else the whole name. */
  name: string
  language: Language
  calendar: Calendar
  zone: string
}

/** Who can be reached at an address, in the order of their codes. */
export async function holdersOf(db: Db, address: string): Promise<Holder[]> {
  const { rows } =
    await sql<Holder>`select p.id, p.organisation, p.code, coalesce(p.called_name, p.full_name) as name, p.language, p.calendar,
      p.zone from contacts c join people p on p.id = c.person
    where c.kind = 'email' and c.folded = ${address} order by p.code, p.id limit ${limits.peopleAnAddressMax}`.execute(db)
  return rows
}

export type OpenSession = { id: string; device: string | null; begunBy: BegunBy; startedAt: Temporal.Instant; seenAt: Temporal.Instant }

/** Where a person is signed in, the newest first. */
export async function sessionsOf(db: Db, person: string): Promise<OpenSession[]> {
  const seenSince = db.now.subtract({ hours: 24 * limits.sessionIdleDays })
  const { rows } = await sql<OpenSession>`select s.id, s.device, s.begun_by, s.started_at, seen.at as seen_at
    from sessions s cross join lateral (
      select greatest(s.started_at, (select max(g.at) from session_sightings g where g.session = s.id)) as at) seen
    where s.person = ${person} and s.until > ${db.now} and seen.at > ${seenSince}
      and not exists (select 1 from session_ends e where e.session = s.id)
    order by s.started_at desc limit ${limits.sessionsShownMax}`.execute(db)
  return rows
}

/** The page of the one way in that a person has, where their organisation lets its people come in by its own sign-in alone. */
export async function onlyWayOf(db: Db, person: string): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`select scope.only_way_of(${person}) as name`.execute(db)
  const name = rows[0]?.name ?? null
  return name === null ? null : `/sign-in/with/${name}`
}

/** Whose session it is; undefined when it is nobody's, or not the asker's. */
export async function sessionOwner(db: Db, session: string): Promise<{ person: string; organisation: string } | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person')
    .select(['sessions.person', 'people.organisation'])
    .where('sessions.id', '=', session)
    .executeTakeFirst()
}

/** Whether the house has been founded. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  const row = await db.selectFrom('roles').select('id').where('role', '=', 'administrator').limit(1).executeTakeFirst()
  return row !== undefined
}

/** The link that founds the house, while it is open. */
export async function findFoundingLink(db: Db, token: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select l.id from sign_in_links l where l.purpose = 'first-administrator'
    and l.token_hash = ${secretHash(token)} and not exists (select 1 from sign_in_uses u where u.link = l.id)`.execute(db)
  return rows[0]?.id
}

/** A session as it began, for who is told of it. */
export async function startedSession(
  db: Db,
  session: string,
): Promise<{ person: string; device: string | null; startedAt: Temporal.Instant } | undefined> {
  return db.selectFrom('sessions').select(['person', 'device', 'startedAt']).where('id', '=', session).executeTakeFirst()
}

/** Whether a session was confirmed with more than a mailbox, some hours ago at most. */
export async function isProven(db: Db, session: string): Promise<boolean> {
  const since = db.now.subtract({ hours: limits.proofHours })
  const row = await db.selectFrom('sessionProofs').select('at').where('session', '=', session).where('at', '>', since).executeTakeFirst()
  return row !== undefined
}
