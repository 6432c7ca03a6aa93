import { sql } from 'kysely'
import { gone, keysOf } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { type Attainment, limits, type Rating, type Said, type StepState } from './growth.ts'

/** A goal in its latest words. `ofPerson`: whose it is, null where it is of both; `ratings`: the latest of each side. */
export type Goal = {
  id: string
  partnership: string
  ofPerson: string | null
  madeAt: Temporal.Instant
  version: number
  text: string
  shownBy: string | null
  wordedBy: string
  wordedAt: Temporal.Instant
  kept: boolean
  ratings: readonly Rating[]
}

type Sealed = { sealed: Uint8Array }
type Row = Omit<Goal, 'ratings' | 'text' | 'shownBy'> & Sealed
type GoalTexts = { text: string; shownBy: string | null }

const goalSql = sql`
  select g.id, g.partnership, g.of_person, g.made_at, v.version, v.sealed, v.by as worded_by, v.at as worded_at,
    coalesce((select s.state from goal_states s where s.goal = g.id order by s.at desc, s.id desc limit 1), 'kept') = 'kept' as kept
  from goals g cross join lateral (select * from goal_versions w where w.goal = g.id order by w.version desc limit 1) as v`

/** Every goal of a pair, dropped ones too, as they were set. Asked by one of the two; to anybody else there are none. */
export async function goalsOf(db: Db, partnership: string): Promise<Goal[]> {
  const { rows } = await sql<Row>`${goalSql} where g.partnership = ${partnership}
    order by g.made_at, g.id limit ${limits.goalsShownMax}`.execute(db)
  return withRatings(db, rows)
}

export async function findGoal(db: Db, id: string): Promise<Goal | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Row>`${goalSql} where g.id = ${id}`.execute(db)
  return (await withRatings(db, rows))[0]
}

/** The goals that are somebody's own or shared, of every partnership that they were ever in. Asked by the person. */
export async function goalsOfPerson(db: Db, person: string): Promise<Goal[]> {
  const { rows } = await sql<Row>`${goalSql} where coalesce(g.of_person, ${person}::uuid) = ${person}
    order by g.made_at, g.id limit ${limits.portfolioItemsMax}`.execute(db)
  return withRatings(db, rows)
}

async function withRatings(db: Db, goals: readonly Row[]): Promise<Goal[]> {
  const ids = goals.map(({ id }) => id)
  const { rows } = await sql<Rating & { goal: string }>`
    select distinct on (goal, by) goal, by, at, value from goal_ratings where goal = any(${ids}::uuid[])
    order by goal, by, at desc, id desc`.execute(db)
  const keys = await keysOf(
    db,
    'partnership',
    goals.map(({ partnership }) => partnership),
  )
  return goals.map(({ sealed, ...goal }) => {
    const { id, partnership, version, wordedBy } = goal
    const texts = keys.get(partnership)?.open<GoalTexts>({ kind: 'goal', item: id, author: wordedBy, version }, sealed)
    return { ...goal, text: texts?.text ?? gone, shownBy: texts?.shownBy ?? null, ratings: rows.filter((row) => row.goal === id) }
  })
}

export type GoalVersion = Said & { id: string; version: number; text: string; shownBy: string | null }

/** A goal's texts, the latest first. */
export async function versionsOf(db: Db, { id, partnership }: Pick<Goal, 'id' | 'partnership'>): Promise<GoalVersion[]> {
  const rows = await db
    .selectFrom('goalVersions')
    .select(['id', 'version', 'sealed', 'by', 'at'])
    .where('goal', '=', id)
    .orderBy('version', 'desc')
    .limit(limits.versionsShownMax)
    .execute()
  const keys = (await keysOf(db, 'partnership', [partnership])).get(partnership)
  return rows.map(({ sealed, ...row }) => {
    const texts = keys?.open<GoalTexts>({ kind: 'goal', item: id, author: row.by, version: row.version }, sealed)
    return { ...row, text: texts?.text ?? gone, shownBy: texts?.shownBy ?? null }
  })
}

export async function isVersionKnown(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('goalVersions').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** What either said of how far a goal is, the latest first. */
export async function ratingsOf(db: Db, goal: string): Promise<Rating[]> {
  const rows = await db
    .selectFrom('goalRatings')
    .select(['by', 'at', 'value'])
    .where('goal', '=', goal)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limits.ratingsShownMax)
    .execute()
  return rows.map((row) => ({ ...row, value: row.value as Attainment }))
}

export type NextStep = {
  id: string
  partnership: string
  text: string
  owner: string
  /** Who wrote it down. */
  madeBy: string
  dueOn: Temporal.PlainDate
  state: StepState
  /** When it came to that state: set, done or let go. */
  since: Temporal.Instant
}

type StepRow = Omit<NextStep, 'text'> & Sealed

const stepSql = sql`
  select n.id, n.partnership, n.sealed, n.made_by, n.owner, n.due_on, coalesce(s.state, 'open') as state, coalesce(s.at, n.made_at) as since
  from next_steps n left join lateral (
    select * from next_step_states t where t.step = n.id order by t.at desc, t.id desc limit 1) as s on true`

async function withWords(db: Db, rows: readonly StepRow[]): Promise<NextStep[]> {
  const keys = await keysOf(
    db,
    'partnership',
    rows.map(({ partnership }) => partnership),
  )
  return rows.map(({ sealed, ...step }) => {
    const place = { kind: 'next-step', item: step.id, author: step.madeBy }
    return { ...step, text: keys.get(step.partnership)?.open<{ text: string }>(place, sealed).text ?? gone }
  })
}

/** What the two have said they do next and have not done yet, the soonest due first. */
export async function openNextSteps(db: Db, partnership: string): Promise<NextStep[]> {
  const { rows } = await sql<StepRow>`${stepSql} where n.partnership = ${partnership} and coalesce(s.state, 'open') = 'open'
    order by n.due_on, n.id limit ${limits.stepsOpenMax}`.execute(db)
  return withWords(db, rows)
}

/** What is done or let go, the latest first. */
export async function closedNextSteps(db: Db, partnership: string): Promise<NextStep[]> {
  const { rows } = await sql<StepRow>`${stepSql} where n.partnership = ${partnership} and s.state <> 'open'
    order by s.at desc, n.id limit ${limits.stepsShownMax}`.execute(db)
  return withWords(db, rows)
}

export async function findStep(db: Db, id: string): Promise<NextStep | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<StepRow>`${stepSql} where n.id = ${id}`.execute(db)
  return (await withWords(db, rows))[0]
}

/** What somebody set themselves and did, of every partnership, the latest first. */
export async function stepsDoneBy(db: Db, person: string): Promise<NextStep[]> {
  const { rows } = await sql<StepRow>`${stepSql} where n.owner = ${person} and s.state = 'done'
    order by s.at desc, n.id limit ${limits.portfolioItemsMax}`.execute(db)
  return withWords(db, rows)
}

export type StepDue = { id: string; partnership: string; owner: string; dueOn: Temporal.PlainDate; madeAt: Temporal.Instant }

/** Open steps due within the days given, whose owner has had no letter of that kind. Asked by the house; without their texts. */
export async function stepsToRemind(
  db: Db,
  kind: 'soon' | 'late',
  { from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate },
): Promise<StepDue[]> {
  const { rows } = await sql<StepDue>`
    select n.id, n.partnership, n.owner, n.due_on, n.made_at from next_steps n
    where n.due_on between ${from} and ${until}
      and coalesce((select t.state from next_step_states t where t.step = n.id order by t.at desc, t.id desc limit 1), 'open') = 'open'
      and not exists (select 1 from next_step_reminders r where r.step = n.id and r.kind = ${kind})
    order by n.due_on, n.id limit ${limits.sweptMax}`.execute(db)
  return rows
}
