import { sql } from 'kysely'
import { findKeys } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { found, missing } from '#ground/refusal'
import { limits, type Severity } from './concern.ts'
import type { EndTexts, OutcomeRow } from './reads.ts'
import { keyOwner, openTelling, openTexts, places, type TellingTexts } from './sealing.ts'

/** A concern on its officers' desk. */
export type DeskRow = {
  id: string
  organisation: string
  programme: string | null
  severity: Severity
  raisedAt: Temporal.Instant
  dueAt: Temporal.Instant
  raiser: string | null
  acknowledgedAt: Temporal.Instant | null
  acknowledgedBy: string | null
  endedAt: Temporal.Instant | null
}

/** A concern as its officers read it. */
export type Concern = DeskRow & TellingTexts

const concernSql = (texts = sql``) => sql`select c.id, c.organisation, c.programme, c.severity, c.raised_at, c.due_at, t.raiser${texts},
    a.at as acknowledged_at, a.by as acknowledged_by, e.at as ended_at
  from concerns c join concern_tellings t on t.concern = c.id left join concern_acknowledgements a on a.concern = c.id
    left join concern_ends e on e.concern = c.id
  where c.id = any ((select scope.officer_concerns())::uuid[])`

/** The concern, for an officer of it; to anybody else, who raised it included, it is not there. */
export async function concernToAnswer(db: Db, id: string): Promise<Concern> {
  if (!isId(id)) missing()
  const { rows } = await sql<DeskRow & { sealed: Uint8Array }>`${concernSql(sql`, t.sealed`)} and c.id = ${id}`.execute(db)
  const { sealed, ...concern } = found(rows[0])
  return { ...concern, ...openTelling((await findKeys(db, keyOwner(id))) ?? undefined, { ...concern, sealed }) }
}

export type DeskAsked = { ended: boolean; page: number }

/** The officer's concerns: what nobody has answered first, the soonest due before the later; or those that have ended. */
export async function deskOf(db: Db, { ended, page }: DeskAsked): Promise<DeskRow[]> {
  const { rows } = await sql<DeskRow>`${concernSql()} and (e.concern is not null) = ${ended}
    order by (a.concern is not null), c.due_at, c.id limit ${limits.deskShownMax} offset ${(page - 1) * limits.deskShownMax}`.execute(db)
  return rows
}

export async function countDesk(db: Db, ended: boolean): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from concerns c
    where c.id = any ((select scope.officer_concerns())::uuid[])
      and exists (select 1 from concern_ends e where e.concern = c.id) = ${ended}`.execute(db)
  return rows[0]?.count ?? 0
}

/** The names that the concern's page needs, by person. */
export async function namesIn(db: Db, concern: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select * from scope.concern_people(${concern})`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type Note = { id: string; text: string; at: Temporal.Instant; by: string }

/** What officers wrote for officers, the oldest first. */
export async function notesOf(db: Db, concern: string): Promise<Note[]> {
  const rows = await db
    .selectFrom('concernNotes')
    .select(['id', 'sealed', 'at', 'by'])
    .where('concern', '=', concern)
    .orderBy('at')
    .orderBy('id')
    .limit(limits.notesAConcernMax)
    .execute()
  return openTexts(db, concern, rows, ({ id, by }) => places.note(id, by))
}

export async function asidesOf(db: Db, concern: string): Promise<string[]> {
  const rows = await db.selectFrom('concernAsides').select('person').where('concern', '=', concern).execute()
  return rows.map(({ person }) => person)
}

/** A partnership that the concern is about; `underWay` while both have said yes and it has not ended. */
export type ConcernPair = { partnership: string; mentor: string; mentee: string; programme: string; underWay: boolean }

export async function pairsIn(db: Db, concern: string): Promise<ConcernPair[]> {
  const { rows } = await sql<ConcernPair>`select * from scope.concern_partnerships(${concern}) limit ${limits.pairsAConcernMax}`.execute(db)
  return rows
}

/** The partnership of the two whom these codes name, where this officer may guard it. */
export async function pairByCodes(db: Db, concern: string, one: string, other: string): Promise<string | null> {
  const { rows } = await sql<{ pair: string | null }>`select scope.pair_by_codes(${concern}, ${one}, ${other}) as pair`.execute(db)
  return rows[0]?.pair ?? null
}

export type ConcernHold = {
  id: string
  concern: string
  partnership: string
  at: Temporal.Instant
  by: string
  liftAskedBy: string | null
  liftAskedAt: Temporal.Instant | null
  liftedBy: string | null
  liftedAt: Temporal.Instant | null
}

const holdSql = sql`select h.id, h.concern, h.partnership, h.at, h.by, l.by as lift_asked_by, l.at as lift_asked_at,
    c.by as lifted_by, c.at as lifted_at
  from concern_holds h left join concern_lifts l on l.hold = h.id left join concern_lift_confirmations c on c.hold = h.id
  where h.concern = any ((select scope.officer_concerns())::uuid[])`

/** Holds that this concern laid on partnerships, lifted ones too. */
export async function holdsIn(db: Db, concern: string): Promise<ConcernHold[]> {
  const { rows } = await sql<ConcernHold>`${holdSql} and h.concern = ${concern}
    order by h.at, h.id limit ${limits.holdsAConcernMax}`.execute(db)
  return rows
}

export async function holdToLift(db: Db, id: string): Promise<ConcernHold> {
  if (!isId(id)) missing()
  const { rows } = await sql<ConcernHold>`${holdSql} and h.id = ${id}`.execute(db)
  return found(rows[0])
}

export async function endIn(db: Db, concern: string): Promise<OutcomeRow | undefined> {
  const { rows } = await sql<Omit<OutcomeRow, 'text'> & { sealed: Uint8Array }>`
    select outcome, sealed, at, by from concern_ends where concern = ${concern}`.execute(db)
  if (!rows[0]) return undefined
  const { sealed, ...end } = rows[0]
  const keys = await findKeys(db, keyOwner(concern))
  return { ...end, text: keys?.open<EndTexts>(places.end(concern, end.by), sealed).text ?? null }
}
