import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import type { holdKinds, Milestone } from '#programmes/pathway'
import type { Doer } from '#programmes/pathway-moves'
import { limits, type Side } from './partnership.ts'
import { type Quiet, quietOf, type Rest } from './rests.ts'

export type HoldKind = (typeof holdKinds)[number]
export type StageNow = { stage: string; nth: number; enteredAt: Temporal.Instant }
export type StageRow = StageNow & { by: string | null; why: string }

/** Where a pair stands; undefined before both have said yes. */
export async function stageOf(db: Db, partnership: string): Promise<StageNow | undefined> {
  return (await stagesOf(db, partnership))[0]
}

/** Every stage that a pair came to, the latest first. */
export async function stagesOf(db: Db, partnership: string): Promise<StageRow[]> {
  return db
    .selectFrom('partnershipStages')
    .select(['stage', 'nth', 'enteredAt', 'by', 'why'])
    .where('partnership', '=', partnership)
    .orderBy('nth', 'desc')
    .limit(limits.stagesShownMax)
    .execute()
}

/** Why a coordinator moved a pair on past what was not met, by the number of the stage. */
export async function waiversOf(db: Db, partnership: string): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('partnershipWaivers')
    .select(['nth', 'reason'])
    .where('partnership', '=', partnership)
    .limit(limits.stagesShownMax)
    .execute()
  return new Map(rows.map(({ nth, reason }) => [nth, reason]))
}

export type MilestoneRow = { milestone: Milestone; cause: string; at: Temporal.Instant }

export async function milestonesOf(db: Db, partnership: string): Promise<MilestoneRow[]> {
  const rows = await db
    .selectFrom('partnershipMilestones')
    .select(['milestone', 'cause', 'at'])
    .where('partnership', '=', partnership)
    .orderBy('at')
    .limit(limits.milestonesMax)
    .execute()
  return rows.map((row) => ({ ...row, milestone: row.milestone as Milestone }))
}

/** Who confirmed what of a stage. */
export async function confirmationsOf(db: Db, partnership: string, now: Pick<StageNow, 'stage'>): Promise<Map<string, Set<Doer>>> {
  const rows = await db
    .selectFrom('partnershipConfirmations')
    .select(['criterion', 'doer'])
    .where('partnership', '=', partnership)
    .where('stage', '=', now.stage)
    .execute()
  const by = new Map<string, Set<Doer>>()
  for (const { criterion, doer } of rows) by.set(criterion, (by.get(criterion) ?? new Set()).add(doer as Doer))
  return by
}

/** A hold in force. One for somebody's safety reads as any other pause by the programme, where `bySide` is null. */
export type Hold = {
  id: string
  partnership: string
  kind: HoldKind
  until: Temporal.PlainDate | null
  at: Temporal.Instant
  bySide: Side | null
}

export async function holdsOf(db: Db, partnership: string): Promise<Hold[]> {
  return holdsOfAll(db, [partnership])
}

/** Holds whose day has not passed, in UTC, which ends nowhere a day too early. */
export async function holdsOfAll(db: Db, partnerships: readonly string[]): Promise<Hold[]> {
  const yesterday = db.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 })
  const { rows } = await sql<Hold>`select * from scope.holds_of(${[...partnerships]}::uuid[])
    where until is null or until >= ${yesterday} order by at, id`.execute(db)
  return rows
}

/** When they rested, as far back as it goes. */
export async function restsOf(db: Db, partnerships: readonly string[]): Promise<Rest[]> {
  const { rows } = await sql<Rest>`select * from scope.rests_of(${[...partnerships]}::uuid[]) order by since, hold`.execute(db)
  return rows
}

/** The latest meeting that was held, else the moment when both had said yes; undefined before that. */
export async function lastContactAt(db: Db, partnership: string): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`select greatest(
    (select max(m.at) from partnership_milestones m where m.partnership = ${partnership} and m.milestone = 'meeting-held'),
    (select s.entered_at from partnership_stages s where s.partnership = ${partnership} and s.nth = 1)) as at`.execute(db)
  return rows[0]?.at ?? undefined
}

export type PairUnderWay = StageNow & {
  id: string
  programme: string
  organisation: string
  mentor: string
  mentee: string
  begunAt: Temporal.Instant
  lastContactAt: Temporal.Instant
  meetingsHeld: number
  holds: readonly Hold[]
  /** The time without contact, holds left out; reminders of it are about its `about`. */
  quiet: Quiet
}

type UnderWayRow = Omit<PairUnderWay, 'holds' | 'quiet' | 'meetingsHeld'> & {
  meetingsHeld: bigint
  metAt: Temporal.Instant | null
  metCause: string | null
}

/** Every pair of a programme (or of all) in which both said yes and that has not ended, the longest without contact first. */
export async function pairsUnderWay(db: Db, programme: string | null, only: string | null = null): Promise<PairUnderWay[]> {
  const { rows } = await sql<UnderWayRow>`
    select p.id, p.programme, p.organisation, p.mentor, p.mentee, s.stage, s.nth, s.entered_at, first.entered_at as begun_at,
      greatest(first.entered_at, met.at) as last_contact_at, coalesce(met.times, 0) as meetings_held,
      met.at as met_at, met.cause as met_cause
    from partnerships p
      join partnership_stages first on first.partnership = p.id and first.nth = 1
      cross join lateral (select * from partnership_stages n where n.partnership = p.id order by n.nth desc limit 1) as s
      cross join lateral (select max(m.at) as at, count(*) as times, (array_agg(m.cause order by m.at desc, m.cause))[1] as cause
        from partnership_milestones m where m.partnership = p.id and m.milestone = 'meeting-held') as met
    where (${programme}::uuid is null or p.programme = ${programme}) and (${only}::uuid is null or p.id = ${only})
      and not exists (select 1 from partnership_ends e where e.partnership = p.id)
    order by last_contact_at, p.id limit ${limits.sheetRowsMax}`.execute(db)
  const ids = rows.map(({ id }) => id)
  const holds = Map.groupBy(await holdsOfAll(db, ids), ({ partnership }) => partnership)
  const rests = Map.groupBy(await restsOf(db, ids), ({ partnership }) => partnership)
  return rows.map(({ metAt, metCause, meetingsHeld, ...row }) => {
    const meeting = metCause !== null && isId(metCause) ? metCause : null
    const contact = { partnership: row.id, begunAt: row.begunAt, metAt, meeting }
    const quiet = quietOf(contact, rests.get(row.id) ?? [], db.now)
    return { ...row, meetingsHeld: Number(meetingsHeld), holds: holds.get(row.id) ?? [], quiet }
  })
}
