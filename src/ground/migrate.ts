import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import type pg from 'pg'

export type MigrationFile = { name: string; text: string; hash: string }

export const migrationTables = ['migrations', 'migrations_lock', 'migration_hashes'] as const
const [migrationsTable, lockTable, hashesTable] = migrationTables

/** The numbered SQL files of a folder, in order; a file that would be passed over, or two with one number, are refused by name. */
export function migrationFiles(folder: string): MigrationFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  names.forEach((name, at) => {
    if (!/^\d{4}-[a-z-]+\.sql$/.test(name)) throw new Error(`Migration ${name} is not named like 0007-rooms.sql.`)
    if (names[at - 1]?.slice(0, 4) === name.slice(0, 4)) throw new Error(`Migrations ${names[at - 1]} and ${name} have the same number.`)
  })
  return names.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return { name: name.replace(/\.sql$/, ''), text, hash: createHash('sha256').update(text).digest('hex') }
  })
}

function providerOf(files: readonly MigrationFile[]): MigrationProvider {
  const up = (file: MigrationFile): Migration => ({
    up: async (db) => {
      await sql.raw(file.text).execute(db)
      await sql`insert into ${sql.table(hashesTable)} (name, hash) values (${file.name}, ${file.hash})`.execute(db)
    },
  })
  return { getMigrations: async () => Object.fromEntries(files.map((file) => [file.name, up(file)])) }
}

/** What was applied to a database, in order; empty for a new one. */
export async function appliedMigrations(database: Pick<pg.ClientBase, 'query'>): Promise<{ name: string; hash: string }[]> {
  const { rows } = await database.query<{ there: string | null }>(`select to_regclass('public.${hashesTable}') as there`)
  if (rows[0]?.there === null) return []
  return (await database.query<{ name: string; hash: string }>(`select name, hash from ${hashesTable} order by name`)).rows
}

/** A released migration is never edited: what a database has seen must be what the folder still says. */
async function refuseEdited(pool: pg.Pool, files: readonly MigrationFile[]): Promise<void> {
  const known = new Map(files.map((file) => [file.name, file.hash]))
  for (const { name, hash } of await appliedMigrations(pool)) {
    if (!known.has(name))
      throw new Error(`This database has migration ${name}, which this version of Lampline does not know. Use a newer one.`)
    if (known.get(name) !== hash) throw new Error(`Migration ${name} was edited after it was applied here. Put it back, and add a new one.`)
  }
}

/** Under a lock, since two who say "create if not exists" at one moment both create, and one fails. */
async function prepareHashes(pool: pg.Pool): Promise<void> {
  await pool.query(`begin; select pg_advisory_xact_lock(hashtext('lampline migrations'));
    create table if not exists ${hashesTable} (name text primary key, hash text not null); commit`)
}

/**
 * Brings a database up to the newest migration (or to `upTo`), one transaction for all, under an advisory lock: killed
 * half-way, nothing of it is kept. Throws a sentence that names the file that failed, was edited, or is unknown here.
 */
export async function migrate({ pool, folder, upTo }: { pool: pg.Pool; folder: string; upTo?: string }): Promise<void> {
  const files = migrationFiles(folder)
  await prepareHashes(pool)
  await refuseEdited(pool, files)
  const shared = { connect: () => pool.connect(), end: async () => {} }
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: shared as never }) })
  const migrator = new Migrator({ db, provider: providerOf(files), migrationTableName: migrationsTable, migrationLockTableName: lockTable })
  const { error, results } = upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo)
  if (error === undefined) return
  const failed = results?.find((result) => result.status === 'Error')
  const which = failed ? `Migration ${failed.migrationName}` : 'The migration'
  throw new Error(`${which} failed, and nothing of it was kept: ${(error as Error).message}`, { cause: error })
}
