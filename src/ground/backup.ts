import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { appliedMigrations } from './migrate.ts'

export const backupFormat = 'lampline backup 1'
export const rowsAtOnce = 2_000

export type Manifest = { format: string; madeAt: string; migrations: { name: string; hash: string }[]; tables: string[] }
export type Closing = { rows: Record<string, number>; sha256: string }

/** Tables that the house makes anew: migrations are run, and what was heeded goes with the diary. */
const notSaved = ['migrations', 'migrations_lock', 'migration_hashes']

/** Every table of ours, those that others refer to first. */
export async function tablesInOrder(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(
    `select c.relname as name, array(select distinct f.confrelid::regclass::text from pg_constraint f
       where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> all ($1) order by c.relname`,
    [notSaved],
  )
  const ordered: string[] = []
  let left = rows
  while (left.length > 0) {
    const free = left.filter(({ needs }) => needs.every((need) => ordered.includes(need)))
    if (free.length === 0) throw new Error(`Tables refer to each other in a circle: ${left.map(({ name }) => name).join(', ')}`)
    ordered.push(...free.map(({ name }) => name))
    left = left.filter((row) => !free.includes(row))
  }
  return ordered
}

/**
 * Writes everything, from one snapshot, while the house runs: gzip of lines of JSON; a manifest, then for each table its name
 * and its rows, then the counts and the hash of all lines before, so that a cut or altered file is found out.
 */
export async function backup({ pool, out, madeAt }: { pool: pg.Pool; out: Writable; madeAt: Temporal.Instant }): Promise<Closing> {
  const client = await pool.connect()
  try {
    const migrations = await appliedMigrations(pool)
    await client.query('begin isolation level repeatable read read only')
    const tables = await tablesInOrder(client)
    const manifest: Manifest = { format: backupFormat, madeAt: madeAt.toString(), migrations, tables }
    const closing: Closing = { rows: {}, sha256: '' }
    await pipeline(linesOf(client, manifest, closing), createGzip({ level: 6 }), out)
    return closing
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

async function* linesOf(client: pg.ClientBase, manifest: Manifest, closing: Closing): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const said = (line: string) => {
    hash.update(line)
    return line
  }
  yield said(`${JSON.stringify(manifest)}\n`)
  for (const table of manifest.tables) {
    yield said(`${JSON.stringify({ table })}\n`)
    closing.rows[table] = 0
    for await (const lines of rowsOf(client, table)) {
      closing.rows[table] += lines.length
      yield said(lines.map((line) => `${line}\n`).join(''))
    }
  }
  closing.sha256 = hash.digest('hex')
  yield `${JSON.stringify({ closing })}\n`
}

/** Rows as the server's own JSON text, so that no number, instant or byte passes through JavaScript's types. */
async function* rowsOf(client: pg.ClientBase, table: string): AsyncGenerator<string[]> {
  await client.query(`declare saved no scroll cursor for select row_to_json(t)::text as line from "${table}" t`)
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from saved`)
    if (rows.length === 0) break
    yield rows.map(({ line }) => line)
  }
  await client.query('close saved')
}
