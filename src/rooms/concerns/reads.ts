import { sql } from 'kysely'
import { findKeys, type Keys } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { limits, type Outcome, type Severity } from './concern.ts'
import { keyOwner, openTelling, openTexts, places } from './sealing.ts'

/** An officer in force; `programme` is null where it is the whole organisation's. */
export type Officer = { person: string; name: string; programme: string | null }

/** Who reads the concerns of an organisation; for everybody, the longest in the role first. */
export async function officersOf(db: Db, organisation: string): Promise<Officer[]> {
  const { rows } = await sql<Officer>`select * from scope.officers_of(${organisation})`.execute(db)
  return rows
}

/** Whom to call, in the organisation's own words; null where nobody has said. */
export async function helplinesOf(db: Db, organisation: string): Promise<string | null> {
  const row = await db
    .selectFrom('helplines')
    .select('text')
    .where('organisation', '=', organisation)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined || row.text === '' ? null : row.text
}

export async function isKnown(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select scope.concern_known(${id}) as known`.execute(db)
  return rows[0]?.known ?? false
}

export async function concernsSince(db: Db, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`select scope.concerns_since(${since}) as count`.execute(db)
  return rows[0]?.count ?? 0
}

/** Opens the concern of this secret for the rest of the transaction; null when it opens nothing, after the same work. */
export async function holdReference(db: Db, secret: string): Promise<string | null> {
  const { rows } = await sql<{ concern: string | null }>`select scope.hold_reference(${secret}) as concern`.execute(db)
  return rows[0]?.concern ?? null
}

/** A concern as the one who raised it reads it. */
export type OwnConcern = {
  id: string
  organisation: string
  severity: Severity
  raisedAt: Temporal.Instant
  dueAt: Temporal.Instant
  what: string
  about: string | null
  isNamed: boolean
  acknowledgedAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
  endText: string | null
}

type OwnRow = Omit<OwnConcern, 'what' | 'about' | 'isNamed' | 'endText'> & {
  sealed: Uint8Array
  raiser: string | null
  endSealed: Uint8Array | null
  endedBy: string | null
}

const ownSql = sql`select c.id, c.organisation, c.severity, c.raised_at, c.due_at, t.sealed, t.raiser,
    a.at as acknowledged_at, e.at as ended_at, e.sealed as end_sealed, e.by as ended_by
  from concerns c join concern_tellings t on t.concern = c.id left join concern_acknowledgements a on a.concern = c.id
    left join concern_ends e on e.concern = c.id
  where c.id = any ((select scope.own_concerns())::uuid[])`

function withTexts({ sealed, raiser, endSealed, endedBy, ...row }: OwnRow, keys: Keys | undefined): OwnConcern {
  const { what, about } = openTelling(keys, { id: row.id, raiser, sealed })
  const end = keys && endSealed && endedBy ? keys.open<EndTexts>(places.end(row.id, endedBy), endSealed) : null
  return { ...row, what, about, isNamed: raiser !== null, endText: end?.text ?? null }
}

export async function findOwn(db: Db, id: string): Promise<OwnConcern | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<OwnRow>`${ownSql} and c.id = ${id}`.execute(db)
  return rows[0] && withTexts(rows[0], (await findKeys(db, keyOwner(id))) ?? undefined)
}

/** A concern that the asker themselves raised by name. */
export async function ownConcern(db: Db, id: string): Promise<Pick<OwnConcern, 'id' | 'raisedAt'> | undefined> {
  return (await ownConcerns(db)).find((one) => one.id === id)
}

/** What an address opens to its reader: by the secret in it, or, where it is the concern's id, by having raised it. */
export async function ownByReference(db: Db, reference: string): Promise<OwnConcern | undefined> {
  const id = isId(reference) ? reference : await holdReference(db, reference)
  return id === null ? undefined : findOwn(db, id)
}

/** When the asker raised something by name, the latest first; what it was is opened one at a time. */
export async function ownConcerns(db: Db): Promise<Pick<OwnConcern, 'id' | 'raisedAt'>[]> {
  if (db.scope.person === null) return []
  const { rows } = await sql<Pick<OwnConcern, 'id' | 'raisedAt'>>`
    select c.id, c.raised_at from concerns c join concern_tellings t on t.concern = c.id where t.raiser = scope.person()
    order by c.raised_at desc, c.id limit ${limits.ownShownMax}`.execute(db)
  return rows
}

export type Message = { id: string; side: 'raiser' | 'officer'; text: string; at: Temporal.Instant; by: string | null }

/** What was written between who raised it and the officers, the oldest first. */
export async function messagesOf(db: Db, concern: string): Promise<Message[]> {
  const rows = await db
    .selectFrom('concernMessages')
    .select(['id', 'side', 'sealed', 'at', 'by'])
    .where('concern', '=', concern)
    .orderBy('at')
    .orderBy('id')
    .limit(limits.messagesAConcernMax)
    .execute()
  const messages = rows.map((row) => ({ ...row, side: row.side as Message['side'] }))
  return openTexts(db, concern, messages, ({ id, by }) => places.message(id, by))
}

/** What the clock may know. */
export type ClockRow = { id: string; organisation: string; severity: Severity; raisedAt: Temporal.Instant; dueAt: Temporal.Instant }

export async function clockOf(db: Db, id: string): Promise<ClockRow | undefined> {
  const { rows } = await sql<ClockRow>`select id, organisation, severity, raised_at, due_at from concerns where id = ${id}`.execute(db)
  return rows[0]
}

/** Officers whom to write to about it, those set aside left out; asked by the house alone. */
export async function officersFor(db: Db, concern: string): Promise<string[]> {
  const { rows } = await sql<{ people: string[] }>`select scope.officers_for(${concern}) as people`.execute(db)
  return rows[0]?.people ?? []
}

/** Concerns of an organisation that nobody has answered, the soonest due first; asked by the house. */
export async function unanswered(db: Db, organisation: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select c.id from concerns c where c.organisation = ${organisation}
    and not exists (select 1 from concern_acknowledgements a where a.concern = c.id)
    order by c.due_at, c.id limit ${limits.sweptMax}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Concerns that nobody answered for half of their time, or for all of it, and whose officers were not told so yet. */
export async function remindersDue(db: Db): Promise<{ id: string; which: 'half' | 'overdue' }[]> {
  const { rows } = await sql<{ id: string; which: 'half' | 'overdue' }>`
    select c.id, w.which from concerns c cross join lateral (
      select case when c.due_at <= ${db.now} then 'overdue' else 'half' end as which) w
    where c.raised_at + (c.due_at - c.raised_at) / 2 <= ${db.now}
      and not exists (select 1 from concern_acknowledgements a where a.concern = c.id)
      and not exists (select 1 from concern_reminders r where r.concern = c.id and r.which = w.which)
    order by c.due_at, c.id limit ${limits.sweptMax}`.execute(db)
  return rows
}

export type EndTexts = { text: string | null }

export type OutcomeRow = { outcome: Outcome; text: string | null; at: Temporal.Instant; by: string }
