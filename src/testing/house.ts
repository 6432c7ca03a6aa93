import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import { realHands } from '#ground/chance'
import { readConfig } from '#ground/config'
import { type Database, openDatabase } from '#ground/database'
import { type Db, houseScope, type Scope, type Tx } from '#ground/db'
import { type News, newsById } from '#ground/diary'
import { withNewKey } from '#ground/key-ring'
import type { Log } from '#ground/log'
import { kyselyOn, openPool } from '#ground/pool'
import { openSealer, type Sealer } from '#ground/sealer'
import { onServer, templateName, urlOf } from './server.ts'

/** Keys that are the same for all houses of one test file. */
export const testRing = withNewKey([])
const testSealer = openSealer(() => testRing)

const silent = () => {}
export const silentLog: Log = { debug: silent, info: silent, warn: silent, error: silent } as unknown as Log

/** A house for a test: its own database, cloned from the template; a clock that stands still until it is set. */
export type TestHouse = {
  database: Database
  databaseName: string
  /** Reads as the house itself. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Writes as the house itself. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Writes as somebody; the scope comes from `given`. */
  writeAs<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  now(): Temporal.Instant
  setNow(instant: string): void
  /** The same house with other keys in its hands. */
  withSealer(sealer: Sealer): { database: Database }
  /** News kept since the house was opened, in order, of the kinds asked for (all when none is named). */
  news(...kinds: string[]): Promise<News[]>
  close(): Promise<void>
}

export const testStart = '2026-11-23T08:00:00Z'

/** Opens a house for this test file, and closes it after its tests. */
export async function testHouse(): Promise<TestHouse> {
  const databaseName = `t_${randomBytes(8).toString('hex')}`
  await onServer((client) => client.query(`create database ${databaseName} template ${templateName}`))
  const pool = openPool({ connectionString: urlOf(databaseName, 'lampline_app'), database: databaseName, user: 'lampline_app' }, silent)
  const kysely = kyselyOn(pool)
  let instant = Temporal.Instant.from(testStart)
  const kept: bigint[] = []
  const databaseWith = (sealer: Sealer) =>
    openDatabase(kysely, {
      ...realHands,
      sealer,
      now: () => instant,
      heeded: { has: () => true } as unknown as ReadonlySet<string>,
      send: async (_trx, id) => {
        kept.push(id)
      },
    })
  const database = databaseWith(testSealer)
  const house: TestHouse = {
    database,
    databaseName,
    read: (work) => database.read(houseScope, work),
    write: (work) => database.write(houseScope, work),
    writeAs: (scope, work) => database.write(scope, work),
    now: () => instant,
    setNow: (text) => {
      instant = Temporal.Instant.from(text)
    },
    withSealer: (sealer) => ({ database: databaseWith(sealer) }),
    news: async (...kinds) => {
      const all = await database.read(houseScope, async (db) => {
        const rows = await db.selectFrom('diary').select('id').orderBy('id').execute()
        return Promise.all(rows.map((row) => newsById(db, BigInt(row.id))))
      })
      return all.filter((item) => kinds.length === 0 || kinds.includes(item.kind))
    },
    close: async () => {
      await kysely.destroy()
      await onServer((client) => client.query(`drop database if exists ${databaseName} with (force)`))
    },
  }
  after(() => house.close())
  return house
}

export const testConfig = readConfig({ LAMPLINE_LOG: 'silent', PORT: '0' })
