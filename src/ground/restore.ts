import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { backupFormat, type Closing, type Manifest, rowsAtOnce } from './backup.ts'
import { appliedMigrations, migrate, migrationFiles } from './migrate.ts'

const cut = 'This backup is cut short or damaged. Nothing was restored from it; take another copy of the file.'

type Line = { manifest?: Manifest; table?: string; row?: string; closing?: Closing }

/** Reads a backup's lines, and at its end compares the hash of all of them with the one it closes with. */
async function* readLines(path: string): AsyncGenerator<Line> {
  const hash = createHash('sha256')
  const gunzip = createReadStream(path).pipe(createGunzip())
  let closed = false
  let first = true
  try {
    for await (const text of createInterface({ input: gunzip, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (closed) throw new Error(cut)
      if (text.startsWith('{"closing":')) {
        const { closing } = JSON.parse(text) as { closing: Closing }
        if (hash.digest('hex') !== closing.sha256) throw new Error(cut)
        closed = true
        yield { closing }
        continue
      }
      hash.update(`${text}\n`)
      if (first) yield { manifest: JSON.parse(text) as Manifest }
      else if (/^\{"table":"[a-z_]+"\}$/.test(text)) yield JSON.parse(text) as Line
      else yield { row: text }
      first = false
    }
  } catch (error) {
    throw error instanceof Error && error.message === cut ? error : new Error(cut, { cause: error })
  }
  if (!closed) throw new Error(cut)
}

/** Reads the whole file once before anything is written, and answers what it says it holds. */
export async function readBackup(path: string): Promise<{ manifest: Manifest; closing: Closing }> {
  let manifest: Manifest | undefined
  let closing: Closing | undefined
  for await (const line of readLines(path)) {
    manifest ??= line.manifest
    closing = line.closing ?? closing
  }
  if (!manifest || !closing || manifest.format !== backupFormat)
    throw new Error('This file is not a backup of Lampline, or one of a newer version.')
  return { manifest, closing }
}

/**
 * Puts a backup into an empty database: migrates to where the backup stood, loads every row in one transaction, migrates on.
 * Refuses a database that already holds something.
 */
export async function restore({
  pool,
  path,
  migrationsFolder,
}: {
  pool: pg.Pool
  path: string
  migrationsFolder: string
}): Promise<Closing> {
  const { manifest, closing } = await readBackup(path)
  await refuseUnless(pool, manifest, migrationsFolder)
  const last = manifest.migrations.at(-1)
  if (last) await migrate({ pool, folder: migrationsFolder, upTo: last.name })
  await load(pool, path, closing)
  await migrate({ pool, folder: migrationsFolder })
  return closing
}

async function refuseUnless(pool: pg.Pool, manifest: Manifest, folder: string): Promise<void> {
  const known = new Map(migrationFiles(folder).map(({ name, hash }) => [name, hash]))
  for (const { name, hash } of manifest.migrations) {
    if (known.get(name) !== hash)
      throw new Error(`The backup was made by a version with another ${name}. Restore it with that version, or a newer one.`)
  }
  const applied = await appliedMigrations(pool)
  if (applied.length > manifest.migrations.length) {
    throw new Error('This database was opened by a newer version than the backup. Restore into an empty folder: LAMPLINE_DATA=…')
  }
  for (const table of applied.length > 0 ? manifest.tables : []) {
    const { rows } = await pool.query<{ held: boolean }>(`select exists (select 1 from "${table}") as held`)
    if (rows[0]?.held) throw new Error(`This house is not empty: ${table} holds something. Restore into an empty folder: LAMPLINE_DATA=…`)
  }
}

async function load(pool: pg.Pool, path: string, closing: Closing): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    let table = ''
    let waiting: string[] = []
    const put = async () => {
      if (waiting.length > 0) await putRows(client, table, waiting)
      waiting = []
    }
    for await (const line of readLines(path)) {
      if (line.table !== undefined) {
        await put()
        table = line.table
        await pauseTriggers(client, table)
      }
      if (line.row !== undefined && waiting.push(line.row) >= rowsAtOnce) await put()
    }
    await put()
    for (const name of Object.keys(closing.rows)) await client.query(`alter table "${name}" enable trigger user`)
    await setSequences(client)
    await checkCounts(client, closing)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** Our guards look at rows that may come later in the file; the rows were guarded when they were first written. */
async function pauseTriggers(client: pg.ClientBase, table: string): Promise<void> {
  await client.query(`alter table "${table}" disable trigger user`)
}

async function putRows(client: pg.ClientBase, table: string, rows: readonly string[]): Promise<void> {
  await client.query(`insert into "${table}" overriding system value select * from json_populate_recordset(null::"${table}", $1::json)`, [
    `[${rows.join(',')}]`,
  ])
}

async function setSequences(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ owner: string; name: string }>(
    `select table_name as owner, column_name as name from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`,
  )
  for (const { owner, name } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence('"${owner}"', '${name}'), coalesce(max("${name}"), 0) + 1, false) from "${owner}"`,
    )
  }
}

async function checkCounts(client: pg.ClientBase, closing: Closing): Promise<void> {
  for (const [table, count] of Object.entries(closing.rows)) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from "${table}"`)
    if (Number(rows[0]?.count) !== count) throw new Error(`${table} came back with ${rows[0]?.count} rows of ${count}; nothing was kept.`)
  }
}
