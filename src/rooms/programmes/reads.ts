import { sql } from 'kysely'
import type { Db, Tx } from '#ground/db'
import { isId } from '#ground/form'
import type { Attribute, Profile } from '#people/person'
import { profilesOf } from '#people/profile-reads'
import { pathwayOf } from './pathway-reads.ts'
import { type Enrolment, limits, type Programme, type RulesInForce, type Side } from './programme.ts'
import { attributes, everythingCounts, rulesSchema } from './rules.ts'

const columns = [
  'id',
  'organisation',
  'template',
  'name',
  'purpose',
  'startsOn',
  'endsOn',
  'joining',
  'linkKey',
  'openedAt',
  'openedBy',
] as const

const programmeFrom = (row: Omit<Programme, 'joining'> & { joining: string }): Programme => ({
  ...row,
  joining: row.joining as Programme['joining'],
})

/** Undefined behind the walls, and for a text of a path that is no id. */
export async function findProgramme(db: Db, id: string): Promise<Programme | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('programmes').select(columns).where('id', '=', id).executeTakeFirst()
  return row && programmeFrom(row)
}

export async function findProgrammeByLink(db: Db, linkKey: string): Promise<Programme | undefined> {
  const row = await db.selectFrom('programmes').select(columns).where('linkKey', '=', linkKey).executeTakeFirst()
  return row && programmeFrom(row)
}

/** Programmes of the person's own organisation and those they coordinate; the newest first. */
export async function programmesSeen(db: Db): Promise<Programme[]> {
  const rows = await db.selectFrom('programmes').select(columns).orderBy('openedAt', 'desc').orderBy('id').limit(limits.shownMax).execute()
  return rows.map(programmeFrom)
}

export async function rulesInForce(db: Db, programme: string): Promise<RulesInForce> {
  const row = await db
    .selectFrom('programmeRules')
    .select(['version', 'rules'])
    .where('programme', '=', programme)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row ? { version: row.version, rules: rulesSchema.parse(row.rules) } : { version: 0, rules: everythingCounts }
}

/** Working days in which a proposal of this programme is to be answered. */
export async function answerDaysOf(db: Db, programme: string): Promise<number> {
  return (await pathwayOf(db, programme)).matching.answerWorkingDaysMax
}

const enrolmentColumns = [
  'id',
  'programme',
  'organisation',
  'person',
  'side',
  'capacity',
  'topics',
  'wish',
  'alike',
  'enrolledAt',
  'withdrawnAt',
] as const

const enrolmentFrom = (row: Omit<Enrolment, 'side'> & { side: string }): Enrolment => ({ ...row, side: row.side as Side })

export async function findEnrolment(db: Db, id: string): Promise<Enrolment | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('enrolments').select(enrolmentColumns).where('id', '=', id).executeTakeFirst()
  return row && enrolmentFrom(row)
}

/** Enrolments by id; those behind the walls are left out. */
export async function enrolmentsById(db: Db, ids: readonly string[]): Promise<Enrolment[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('enrolments').select(enrolmentColumns).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  return rows.map(enrolmentFrom)
}

/** What one person is in, now. */
export async function enrolmentsOfPerson(db: Db, person: string): Promise<Enrolment[]> {
  const rows = await db
    .selectFrom('enrolments')
    .select(enrolmentColumns)
    .where('person', '=', person)
    .where('withdrawnAt', 'is', null)
    .orderBy('enrolledAt', 'desc')
    .limit(limits.shownMax)
    .execute()
  return rows.map(enrolmentFrom)
}

/** Everybody who is in a programme: the earliest first, then by id. */
export async function enrolmentsIn(db: Db, programme: string, options: { withdrawnToo?: boolean } = {}): Promise<Enrolment[]> {
  const rows = await db
    .selectFrom('enrolments')
    .select(enrolmentColumns)
    .where('programme', '=', programme)
    .$if(!options.withdrawnToo, (q) => q.where('withdrawnAt', 'is', null))
    .orderBy('enrolledAt')
    .orderBy('id')
    .limit(limits.enrolledMax)
    .execute()
  return rows.map(enrolmentFrom)
}

/** An enrolled person with all that matching may compare. */
export type EnrolledPerson = Omit<Enrolment, 'id'> & { enrolment: string; profile: Profile }

export async function enrolledOf(db: Db, programme: string, options: { withdrawnToo?: boolean } = {}): Promise<EnrolledPerson[]> {
  const enrolments = await enrolmentsIn(db, programme, options)
  const profiles = await profilesOf(db, [...new Set(enrolments.map(({ person }) => person))])
  return enrolments.flatMap(({ id, ...rest }) => {
    const profile = profiles.get(rest.person)
    return profile === undefined ? [] : [{ ...rest, enrolment: id, profile }]
  })
}

export type MustNot = { id: string; person: string; other: string; saidAt: Temporal.Instant }

export async function mustNotsOf(db: Db, programme: string): Promise<MustNot[]> {
  return db
    .selectFrom('mustNots')
    .select(['id', 'person', 'other', 'saidAt'])
    .where('programme', '=', programme)
    .where('liftedAt', 'is', null)
    .orderBy('saidAt', 'desc')
    .limit(limits.mustNotsMax)
    .execute()
}

/** Which attributes a programme compares, by its rules or by the wishes that it asks for; none where they are switched off. */
export async function attributesCompared(db: Db, programme: string): Promise<Attribute[]> {
  const { rows } = await sql<{ name: Attribute }>`select name from unnest(${[...attributes]}::text[]) as a (name)
    where scope.uses_attribute(${programme}, name)`.execute(db)
  return rows.map(({ name }) => name)
}

/** Marks of what people told of themselves, to be compared under this salt and never read; by person. */
export async function attributeMarks(db: Db, programme: string, salt: string): Promise<Map<string, Record<string, string>>> {
  const { rows } = await sql<{ person: string; attribute: string; marks: string | null }>`
    select person, attribute, marks from scope.attribute_marks(${programme}, ${salt})`.execute(db)
  const marks = new Map<string, Record<string, string>>()
  for (const row of rows) if (row.marks !== null) marks.set(row.person, { ...marks.get(row.person), [row.attribute]: row.marks })
  return marks
}

export type HeldEnrolment = Pick<Enrolment, 'id' | 'programme' | 'organisation' | 'person' | 'side' | 'capacity'>

/** Holds enrolments that are in force, in the order of their ids, so that two who propose at once wait and never block each other. */
export async function holdEnrolments(tx: Tx, ids: readonly string[]): Promise<Map<string, HeldEnrolment>> {
  const { rows } = await sql<HeldEnrolment>`
    select id, programme, organisation, person, side, capacity from enrolments
    where id = any(${[...new Set(ids)]}::uuid[]) and withdrawn_at is null order by id for no key update`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}
