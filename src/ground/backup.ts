import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { losslessForms, quoted, type Table, tablesInOrder } from './backup-tables.ts'
import { appliedMigrations } from './migrate.ts'

export const backupFormat = 'lampline backup 1'
export const rowsAtOnceMax = 2_000
export const charsAtOnceMax = 4_000_000

/** The first line. `server` is PostgreSQL's version, to be read by people; a backup goes into any that we run on. */
export type Manifest = { format: string; madeAt: string; server: string; migrations: { name: string; hash: string }[]; tables: string[] }
/** The last line: what a whole backup holds, and the hash of all lines before. */
export type Closing = { rows: Record<string, number>; sha256: string }

/**
 * Writes everything, from one snapshot, while the house runs: gzip of lines of JSON; `{"manifest":…}`, then for each table
 * `{"table":…,"columns":[…]}` and its rows, each `[…]` of the columns' texts; then `{"closing":…}`, so that a cut or altered
 * file is found out. Holds a few million letters in memory at most, or the longest row.
 */
export async function backup({ pool, out, madeAt }: { pool: pg.Pool; out: Writable; madeAt: Temporal.Instant }): Promise<Closing> {
  const client = await pool.connect()
  let trouble: Error | undefined
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(losslessForms)
    const migrations = await appliedMigrations(client)
    if (migrations.length === 0) throw new Error('There is nothing to back up: this database was never migrated.')
    const tables = await tablesInOrder(client)
    const { rows } = await client.query<{ server: string }>("select current_setting('server_version') as server")
    const names = tables.map(({ name }) => name)
    const manifest = { format: backupFormat, madeAt: madeAt.toString(), server: rows[0]?.server ?? '', migrations, tables: names }
    const closing: Closing = { rows: {}, sha256: '' }
    await pipeline(linesOf(client, manifest, tables, closing), createGzip({ level: 6 }), out)
    await client.query('commit')
    return closing
  } catch (error) {
    trouble = error as Error
    throw error
  } finally {
    // A connection in an unknown state is closed, not lent to the next.
    client.release(trouble)
  }
}

async function* linesOf(client: pg.ClientBase, manifest: Manifest, tables: readonly Table[], closing: Closing): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const said = (line: string) => {
    hash.update(line)
    return line
  }
  yield said(`${JSON.stringify({ manifest })}\n`)
  for (const table of tables) {
    yield said(`${JSON.stringify({ table: table.name, columns: table.columns.map(({ name }) => name) })}\n`)
    let count = 0
    for await (const lines of rowsOf(client, table)) {
      count += lines.length
      yield said(`${lines.join('\n')}\n`)
    }
    closing.rows[table.name] = count
  }
  closing.sha256 = hash.digest('hex')
  yield `${JSON.stringify({ closing })}\n`
}

/** Rows as the server's own text forms, so that no number, instant or byte passes through JavaScript's types. */
async function* rowsOf(client: pg.ClientBase, table: Table): AsyncGenerator<string[]> {
  const atOnce = Math.max(1, Math.min(rowsAtOnceMax, Math.floor(charsAtOnceMax / (await longestRow(client, table)))))
  const texts = table.columns.map(({ name }) => `${quoted(name)}::text`)
  const line = `to_json(array[${texts.join(', ')}]::text[])::text`
  await client.query(`declare saved no scroll cursor for select ${line} as line from ${quoted(table.name)}`)
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${atOnce} from saved`)
    if (rows.length === 0) break
    yield rows.map((row) => row.line)
  }
  await client.query('close saved')
}

/** About how many letters the longest row takes; lengths of texts and bytes are known without reading them. */
async function longestRow(client: pg.ClientBase, { name, columns }: Table): Promise<number> {
  const lengths = columns.map((column) => {
    if (column.type === 'bytea') return `coalesce(octet_length(${quoted(column.name)}) * 2::bigint, 0)`
    if (column.type === 'text') return `coalesce(octet_length(${quoted(column.name)}), 0)::bigint`
    return `coalesce(octet_length(${quoted(column.name)}::text), 0)::bigint`
  })
  const row = ['1', ...lengths].join(' + ')
  const { rows } = await client.query<{ longest: string }>(`select coalesce(max(${row}), 1) as longest from ${quoted(name)}`)
  return Number(rows[0]?.longest ?? 1)
}
