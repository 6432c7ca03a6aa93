import type pg from 'pg'
import { type Closing, charsAtOnceMax, type Manifest, rowsAtOnceMax } from './backup.ts'
import { readBackup, readLines } from './backup-read.ts'
import { type Column, losslessForms, quoted, type Table, tablesInOrder } from './backup-tables.ts'
import { appliedMigrations, migrate, migrationFiles } from './migrate.ts'
import { pauseGuards } from './restore-guards.ts'

/**
 * Puts a backup into an empty database: migrates to where the backup stood, loads every row in one transaction, migrates on.
 * The file is read through once before, so that a damaged one changes nothing. Refuses, with the reason, a database that
 * holds something already, and a backup whose migrations are not the first of ours.
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
  const last = refuseOthers(manifest, migrationsFolder)
  const isNew = await refuseNewer(pool, manifest)
  await migrate({ pool, folder: migrationsFolder, upTo: last })
  await load(pool, path, closing, isNew)
  await migrate({ pool, folder: migrationsFolder })
  return closing
}

/** Answers the name of the backup's last migration. */
function refuseOthers(manifest: Manifest, folder: string): string {
  const ours = migrationFiles(folder)
  manifest.migrations.forEach(({ name, hash }, at) => {
    if (ours[at]?.name !== name || ours[at]?.hash !== hash)
      throw new Error(`The backup was made by a version with another ${name}. Restore it with that version, or a newer one.`)
  })
  const last = manifest.migrations.at(-1)
  if (!last) throw new Error('This backup says nothing of what made its tables; it cannot be restored.')
  return last.name
}

/** Answers whether the database is untouched, so that all its rows will be those that migrations put there. */
async function refuseNewer(pool: pg.Pool, manifest: Manifest): Promise<boolean> {
  const applied = await appliedMigrations(pool)
  if (applied.length > manifest.migrations.length) {
    throw new Error('This database was opened by a newer version than the backup. Restore into an empty folder: LAMPLINE_DATA=…')
  }
  if (applied.length > 0) return false
  const { rows } = await pool.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public' and tablename not like 'migration%' limit 1",
  )
  if (rows[0]) throw new Error(`This database holds something that is not ours: ${rows[0].tablename}. Restore into an empty one.`)
  return true
}

async function load(pool: pg.Pool, path: string, closing: Closing, isNew: boolean): Promise<void> {
  const client = await pool.connect()
  let trouble: Error | undefined
  try {
    await client.query('begin')
    await client.query(losslessForms)
    const tables = await tablesInOrder(client)
    for (const { name } of tables) await client.query(`lock table ${quoted(name)} in share row exclusive mode`)
    const resumeGuards = await pauseGuards(client, tables)
    await emptyTables(client, tables, isNew)
    await putAll(client, path, tables)
    await setSequences(client)
    await checkCounts(client, tables, closing)
    await resumeGuards()
    await client.query('commit')
  } catch (error) {
    trouble = error as Error
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release(trouble)
  }
}

/** Looks whether each table is empty, when nobody else can write any more; rows that migrations themselves put there give way. */
async function emptyTables(client: pg.ClientBase, tables: readonly Table[], isNew: boolean): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await client.query<{ held: boolean }>(`select exists (select 1 from ${quoted(name)}) as held`)
    if (!rows[0]?.held) continue
    if (!isNew) throw new Error(`This house is not empty: ${name} holds something. Restore into an empty folder: LAMPLINE_DATA=…`)
    await client.query(`truncate ${quoted(name)} cascade`)
  }
}

async function putAll(client: pg.ClientBase, path: string, tables: readonly Table[]): Promise<void> {
  let put: ((rows: readonly string[]) => Promise<void>) | null = null
  let waiting: string[] = []
  let chars = 0
  const flush = async () => {
    if (waiting.length > 0) await put?.(waiting)
    waiting = []
    chars = 0
  }
  for await (const line of readLines(path)) {
    if (line.is === 'table') {
      await flush()
      put = putterOf(client, tables, line)
    }
    if (line.is !== 'row') continue
    waiting.push(line.row)
    chars += line.row.length
    if (waiting.length >= rowsAtOnceMax || chars >= charsAtOnceMax) await flush()
  }
  await flush()
}

function putterOf(client: pg.ClientBase, tables: readonly Table[], { table, columns }: { table: string; columns: readonly string[] }) {
  const known = tables.find(({ name }) => name === table)
  if (!known) throw new Error(`The backup holds a table ${table}, which its migrations do not make.`)
  const typed = columns.map((name): Column => {
    const column = known.columns.find((one) => one.name === name)
    if (!column) throw new Error(`The backup holds ${table}.${name}, which its migrations do not make.`)
    return column
  })
  const names = typed.map(({ name }) => quoted(name)).join(', ')
  const values = typed.map(({ type }, at) => `(line->>${at})::${type}`).join(', ')
  const insert = `insert into ${quoted(table)} (${names}) overriding system value
    select ${values} from jsonb_array_elements($1::jsonb) line`
  return async (rows: readonly string[]) => {
    await client.query(insert, [`[${rows.join(',')}]`])
  }
}

async function setSequences(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ owner: string; name: string; sequence: string }>(
    `select * from (select c.relname as owner, a.attname as name, pg_get_serial_sequence(format('%I', c.relname), a.attname) as sequence
       from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and a.attnum > 0 and not a.attisdropped) columns where sequence is not null`,
  )
  for (const { owner, name, sequence } of rows) {
    const next = `(select coalesce(max(${quoted(name)}), 0) + 1 from ${quoted(owner)})`
    await client.query(`select setval($1::regclass, ${next}, false)`, [sequence])
  }
}

async function checkCounts(client: pg.ClientBase, tables: readonly Table[], closing: Closing): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${quoted(name)}`)
    const [there, said] = [Number(rows[0]?.count), closing.rows[name] ?? 0]
    if (there !== said) throw new Error(`${name} came back with ${there} rows of ${said}; nothing was kept.`)
  }
}
