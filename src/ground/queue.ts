import type { Transaction } from 'kysely'
import type pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Tables } from './db.ts'
import type { Log } from './log.ts'

const schema = 'pgboss'
const newsQueue = 'news'
/** The one sweep that is a door's own, not a room's. */
export const maildirSweep = 'take-mail'
const sweepQueue = (name: string) => `sweep-${name}`
const retriesMax = 8
const newsAtOnceMax = 100
const pollSeconds = 0.5

const newsWork = { batchSize: newsAtOnceMax, pollingIntervalSeconds: pollSeconds, perJobResults: true } as const

/** Due work: news to heed, sweeps by the clock. The jobs are rows in the same database, sent in the transaction of their cause. */
export type Queue = {
  send(trx: Transaction<Tables>, newsId: bigint): Promise<void>
  /** Puts news in line again, outside any transaction; for what a crash or a restored backup left unheeded. */
  resend(newsIds: readonly bigint[]): Promise<void>
  workNews(handle: (newsId: bigint) => Promise<void>): Promise<void>
  workSweep(name: string, cron: string, handle: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** Makes the queue's tables as the owner, and lets the application role use them. */
export async function prepareQueue(owner: pg.Pool, sweeps: readonly string[]): Promise<void> {
  const boss = new PgBoss({ db: executorOf(owner), schema, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  const options = { retryLimit: retriesMax, retryBackoff: true, retryDelay: 2, expireInSeconds: 300 }
  for (const name of [newsQueue, ...[...sweeps, maildirSweep].map(sweepQueue)]) {
    if ((await boss.getQueue(name)) === null) await boss.createQueue(name, options)
  }
  await boss.stop({ graceful: false, close: false })
  await owner.query(`grant usage on schema ${schema} to lampline_app;
    grant select, insert, update, delete on all tables in schema ${schema} to lampline_app;
    grant usage on all sequences in schema ${schema} to lampline_app;
    grant execute on all functions in schema ${schema} to lampline_app`)
}

/** One job's fate is its own: what fails is tried again later, and holds up nothing beside it. */
async function settled(id: string, work: () => Promise<void>, log: Log) {
  try {
    await work()
    return { id, status: 'completed' as const }
  } catch (error) {
    log.error({ err: { message: (error as Error).message, stack: (error as Error).stack } }, 'news not heeded yet')
    return { id, status: 'failed' as const, output: { message: (error as Error).message } }
  }
}

function executorOf(pool: pg.Pool) {
  return { executeSql: async (text: string, values?: unknown[]) => (values ? pool.query(text, values) : lastOf(await pool.query(text))) }
}

/** Several statements at once come back as a list; the queue reads the last. */
function lastOf<T>(result: T | T[]): T {
  const last = Array.isArray(result) ? result.at(-1) : result
  if (last === undefined) throw new Error('The database answered nothing')
  return last
}

export async function openQueue(pool: pg.Pool, log: Log): Promise<Queue> {
  const boss = new PgBoss({ db: executorOf(pool), schema, migrate: false, createSchema: false })
  boss.on('error', (error) => log.error({ err: { message: error.message } }, 'queue'))
  await boss.start()
  return {
    send: async (trx, newsId) => {
      await boss.send(newsQueue, { id: String(newsId) }, { db: fromKysely(trx as never) })
    },
    resend: async (newsIds) => {
      for (const id of newsIds) await boss.send(newsQueue, { id: String(id) })
    },
    workNews: async (handle) => {
      await boss.work<{ id: string }, unknown, typeof newsWork>(newsQueue, newsWork, async (jobs) => {
        const results = []
        for (const job of jobs) results.push(await settled(job.id, () => handle(BigInt(job.data.id)), log))
        return results
      })
    },
    workSweep: async (name, cron, handle) => {
      await boss.schedule(sweepQueue(name), cron)
      await boss.work(sweepQueue(name), async () => handle())
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000, close: false }),
  }
}
