import { createHash } from 'node:crypto'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './db.ts'
import { memo } from './memo.ts'

const connectionsMax = 20
const statementMsMax = 30_000

export type Connection = { host?: string; port?: number; database: string; user: string; password?: string; connectionString?: string }

const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.INT8]: BigInt,
  [pg.types.builtins.DATE]: (text) => Temporal.PlainDate.from(text),
  [pg.types.builtins.TIMESTAMPTZ]: (text) => Temporal.Instant.from(text),
}
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : (parsers[oid] ?? pg.types.getTypeParser(oid, 'text')),
} as pg.CustomTypesConfig

export function openPool(connection: Connection, log: (line: string) => void): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    types,
    max: connectionsMax,
    statement_timeout: statementMsMax,
    idle_in_transaction_session_timeout: statementMsMax,
    connectionTimeoutMillis: 10_000,
    application_name: 'lampline',
  })
  pool.on('error', (error) => log(`database connection lost: ${error.message}`))
  return pool
}

const nameOf = memo((text: string) => createHash('sha256').update(text).digest('base64url'))

/** Temporal values go out as ISO text; every statement is named, so that PostgreSQL plans it once a connection (1.5 times the reads). */
function sendable(value: unknown): unknown {
  return value instanceof Temporal.Instant || value instanceof Temporal.PlainDate ? value.toString() : value
}

function readied(client: pg.PoolClient) {
  return {
    query: (text: string, values: readonly unknown[] = []) =>
      client.query(values.length > 0 ? { name: nameOf(text), text, values: values.map(sendable) } : text),
    release: () => client.release(),
  }
}

export function kyselyOn(pool: pg.Pool): Kysely<Tables> {
  const ready = { connect: async () => readied(await pool.connect()), end: () => pool.end() }
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: ready as never }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}
