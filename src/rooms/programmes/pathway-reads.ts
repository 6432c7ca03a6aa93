import { sql } from 'kysely'
import type { Db } from '#ground/db'
import { type Pathway, pathwaySchema } from './pathway.ts'
import { type Texts, texts } from './pathway-forms.ts'
import { pathwayForTemplate } from './pathways.ts'

export type PathwayInForce = { version: number; pathway: Pathway }

/** The pathway that a programme goes; that of mentoring where none was laid, at version 0. */
export async function pathwayInForce(db: Db, programme: string): Promise<PathwayInForce> {
  const row = await db
    .selectFrom('programmePathways')
    .select(['version', 'pathway'])
    .where('programme', '=', programme)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row
    ? { version: row.version, pathway: pathwaySchema.parse(row.pathway) }
    : { version: 0, pathway: pathwayForTemplate('mentoring') }
}

export async function pathwayOf(db: Db, programme: string): Promise<Pathway> {
  return (await pathwayInForce(db, programme)).pathway
}

/** A version of before; undefined where there was none. */
export async function pathwayAt(db: Db, programme: string, version: number): Promise<Pathway | undefined> {
  const row = await db
    .selectFrom('programmePathways')
    .select('pathway')
    .where('programme', '=', programme)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && pathwaySchema.parse(row.pathway)
}

/** Of what kind each question is, or was in any version: by its form and its key. */
export async function questionKindsEver(db: Db, programme: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ question: string; kind: string }>`
    select distinct (f ->> 'key') || ' ' || (q ->> 'key') as question, q ->> 'kind' as kind
    from programme_pathways, jsonb_array_elements(pathway -> 'forms') f, jsonb_array_elements(f -> 'questions') q
    where programme = ${programme}`.execute(db)
  return new Map(rows.map(({ question, kind }) => [question, kind]))
}

/** What kind each programme is, in words. */
export async function kindNames(db: Db, programmes: readonly string[]): Promise<Map<string, Texts>> {
  const { rows } = await sql<{ programme: string; name: unknown }>`
    select distinct on (programme) programme, pathway -> 'name' as name from programme_pathways
    where programme = any(${[...programmes]}::uuid[]) order by programme, version desc`.execute(db)
  return new Map(rows.map(({ programme, name }) => [programme, texts.parse(name)]))
}
