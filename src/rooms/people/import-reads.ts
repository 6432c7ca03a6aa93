import { sql } from 'kysely'
import { findKeys } from '#ground/content-keys'
import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import type { Import, ImportCounts } from './import.ts'
import { importLimits, placeOfSheet } from './import.ts'
import type { KnownPerson } from './import-plan.ts'
import type { FreeSpan, Profile } from './person.ts'
import type { Side } from './read-parts.ts'

type ImportRow = Partial<Record<keyof ImportCounts, number | null>> & {
  id: string
  organisation: string
  fileName: string
  side: string | null
  uploadedAt: Temporal.Instant
  unkept: string[]
  kept: boolean
  at: Temporal.Instant | null
}

const selectImports = (db: Db) =>
  db
    .selectFrom('imports')
    .leftJoin('importCompletions', 'importCompletions.import', 'imports.id')
    .select(['imports.id', 'organisation', 'fileName', 'side', 'uploadedAt', 'unkept', 'importCompletions.at'])
    .select(['fresh', 'changed', 'same', 'held', 'refused'])
    .select(sql<boolean>`octet_length(imports.bytes) > 0`.as('kept'))

function importOf({ at, fresh, changed, same, held, refused, side, ...row }: ImportRow): Import {
  const counts = { fresh: fresh ?? 0, changed: changed ?? 0, same: same ?? 0, held: held ?? 0, refused: refused ?? 0 }
  return { ...row, side: side as Side | null, completion: at === null ? null : { at, ...counts } }
}

export async function findImport(db: Db, id: string): Promise<Import | undefined> {
  if (!isId(id)) return undefined
  const row = await selectImports(db).where('imports.id', '=', id).executeTakeFirst()
  return row && importOf(row)
}

/** The newest first, a page at a time, with how many there are. */
export async function importsOf(db: Db, organisation: string, page: number): Promise<{ imports: Import[]; count: number }> {
  const rows = await selectImports(db)
    .where('organisation', '=', organisation)
    .orderBy('uploadedAt', 'desc')
    .orderBy('imports.id', 'desc')
    .limit(importLimits.importsAPageMax)
    .offset((page - 1) * importLimits.importsAPageMax)
    .execute()
  return { imports: rows.map(importOf), count: await countImports(db, organisation) }
}

export async function countImports(db: Db, organisation: string): Promise<number> {
  const { count } = await db
    .selectFrom('imports')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('organisation', '=', organisation)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function importBytes(db: Db, id: string): Promise<Uint8Array> {
  const { organisation, bytes } = await db
    .selectFrom('imports')
    .select(['organisation', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (bytes.length === 0) return bytes
  const keys = await findKeys(db, { kind: 'organisation', id: organisation })
  return keys?.openBytes(placeOfSheet(id), bytes) ?? new Uint8Array()
}

/** The mapping that was last said for a sheet with one of these headers; what it was, by each column of that sheet. */
export async function savedMapping(db: Db, organisation: string, fingerprint: string): Promise<(string | null)[] | null> {
  const row = await db
    .selectFrom('columnMappings')
    .select('mapping')
    .where('organisation', '=', organisation)
    .where('headersFingerprint', '=', fingerprint)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.mapping as (string | null)[] | undefined) ?? null
}

export type ImportingOrganisation = { id: string; name: string; language: Profile['language']; zone: string }

export async function importingOrganisation(db: Db, id: string): Promise<ImportingOrganisation | undefined> {
  const row = await db.selectFrom('organisations').select(['id', 'name', 'language', 'zone']).where('id', '=', id).executeTakeFirst()
  return row && { ...row, language: row.language as Profile['language'] }
}

const organisationsMax = 1_000

export async function organisationNames(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('organisations').select(['id', 'name']).orderBy('name').limit(organisationsMax).execute()
}

type KnownRow = Omit<Profile, 'freeHours'> & { id: string; freeHours: FreeSpan[] | null }

/** Everybody an organisation knows, to tell who the rows of a sheet are. 100,000 people take 2 s. Attributes are nobody's to read. */
export async function knownPeople(db: Db, organisation: string): Promise<KnownPerson[]> {
  const { rows } = await sql<KnownRow>`
    select p.id, p.code, p.full_name, p.name_latin, p.called_name, c.email, c.phone, p.language, p.calendar, p.zone, p.unit, p.job_title,
      p.grade, p.grade_level, p.line_manager_code, p.country, p.field, p.languages, p.can_help_with, p.wants_help_with, p.free_hours,
      p.about
    from people p left join (
      select person, min(address) filter (where kind = 'email') as email, min(address) filter (where kind = 'phone') as phone
      from contacts where organisation = ${organisation} group by person) c on c.person = p.id
    where p.organisation = ${organisation} order by p.id`.execute(db)
  return rows.map(({ id, ...profile }) => ({ id, profile, attributes: {} }))
}

export type ImportToMend = { id: string; fileName: string; held: number; refused: number; at: Temporal.Instant }

/** Imports whose rows were held or refused, while their sheet is still kept; the oldest first. */
export async function importsToMend(db: Db, organisations: readonly string[]): Promise<ImportToMend[]> {
  if (organisations.length === 0) return []
  const { rows } = await sql<ImportToMend>`
    select i.id, i.file_name, c.held, c.refused, c.at from imports i join import_completions c on c.import = i.id
    where i.organisation = any(${[...organisations]}::uuid[]) and c.held + c.refused > 0 and octet_length(i.bytes) > 0
    order by c.at, i.id limit ${importLimits.importsAPageMax}`.execute(db)
  return rows
}
