import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { realHands } from '#ground/chance'
import type { Config } from '#ground/config'
import { openDatabase } from '#ground/database'
import { applyDestroyed, rememberDestroyed } from '#ground/destroyed-keys'
import type { Ground, GroundOptions, House } from '#ground/house'
import { checkKeys } from '#ground/key-checks'
import { readKeys } from '#ground/key-file'
import type { Log } from '#ground/log'
import { migrate } from '#ground/migrate'
import { type Connection, kyselyOn, openPool } from '#ground/pool'
import { joinPostgres, type PostgresServer, startPostgres } from '#ground/postgres'
import { openQueue, prepareQueue } from '#ground/queue'
import { ensureAppRole } from '#ground/roles'
import { openSealer, type Sealer } from '#ground/sealer'
import { jobs } from './street.ts'

const databaseName = 'lampline'
const ownersMax = 4
const queueConnectionsMax = 4
const migrationsFolder = join(import.meta.dirname, '..', 'migrations')

/** The database server and its owner's way in; migrated when `migrated` is asked. */
export async function openGround(config: Config, log: Log, options: GroundOptions): Promise<Ground> {
  const server = config.databaseUrl === null ? await embedded(config, log, options.beside ?? false) : null
  const ownerAt: pg.PoolConfig = server
    ? { host: server.host, port: server.port, database: databaseName, user: server.superUser }
    : { connectionString: config.databaseUrl ?? '' }
  const owner = new pg.Pool({ ...ownerAt, max: ownersMax })
  owner.on('error', (error) => log.warn({ err: { message: error.message } }, 'database connection lost'))
  const close = async () => {
    await owner.end()
    await server?.stop()
  }
  try {
    await ensureAppRole(owner, { password: config.appPassword ?? undefined })
    if (options.migrated) await migrate({ pool: owner, folder: migrationsFolder })
  } catch (error) {
    await close()
    throw error
  }
  return { owner, app: appConnection(config, server), migrationsFolder, close }
}

async function embedded(config: Config, log: Log, beside: boolean): Promise<PostgresServer> {
  mkdirSync(config.data, { recursive: true })
  const open = beside ? joinPostgres : startPostgres
  const server = await open({ folder: config.data, log: (line) => log.info(line) })
  const first = new pg.Client({ host: server.host, port: server.port, database: 'postgres', user: server.superUser })
  await first.connect()
  const { rowCount } = await first.query('select 1 from pg_database where datname = $1', [databaseName])
  if (rowCount === 0) await first.query(`create database ${databaseName} template template0`)
  await first.end()
  return server
}

function appConnection(config: Config, server: PostgresServer | null): Connection {
  if (server) return { host: server.host, port: server.port, database: databaseName, user: 'lampline_app' }
  const url = new URL(config.databaseUrl ?? '')
  url.username = 'lampline_app'
  url.password = config.appPassword ?? ''
  return { connectionString: url.href, database: url.pathname.slice(1), user: 'lampline_app' }
}

/** Opens the house: server, migrations, queue, and the application's own way in. */
export async function openHouse(config: Config, log: Log, options: { beside?: boolean } = {}): Promise<House> {
  const ground = await openGround(config, log, { migrated: true, ...options })
  const sealer = await openSeals(ground, config, log)
  const sweeps = jobs.flatMap((job) => (job.does === 'heed' ? [] : [job.name]))
  await prepareQueue(ground.owner, sweeps)
  const pool = openPool(ground.app, (line) => log.warn(line))
  const queuePool = new pg.Pool({ ...ground.app, max: queueConnectionsMax })
  queuePool.on('error', (error) => log.warn({ err: { message: error.message } }, 'queue connection lost'))
  const kysely = kyselyOn(pool)
  const queue = await openQueue(queuePool, log)
  const heeded = new Set(jobs.flatMap((job) => (job.does === 'heed' ? [job.news] : [])).concat('mail.written'))
  return {
    ...realHands,
    config,
    log,
    queue,
    database: openDatabase(kysely, { ...realHands, heeded, sealer, send: queue.send }),
    close: async () => {
      await queue.stop()
      await kysely.destroy()
      await queuePool.end()
      await ground.close()
    },
  }
}

async function openSeals(ground: Ground, config: Config, log: Log): Promise<Sealer> {
  try {
    await checkKeys(ground.owner, config, log)
    await applyDestroyed(ground.owner, config.keysFile)
    return openSealer(
      () => readKeys(config),
      (destroyed) => rememberDestroyed(config.keysFile, destroyed),
    )
  } catch (error) {
    await ground.close()
    throw error
  }
}
