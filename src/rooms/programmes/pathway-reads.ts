import type { Db } from '#ground/db'
import { type Pathway, pathwaySchema } from './pathway.ts'
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
