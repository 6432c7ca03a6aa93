import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { openDoors } from '#doors/cli/serve'
import { realHands, secretHash } from '#ground/chance'
import { type Config, readConfig } from '#ground/config'
import { openDatabase } from '#ground/database'
import { type Db, houseScope } from '#ground/db'
import { unheededNews } from '#ground/heedings'
import type { Ground } from '#ground/house'
import { readKeys } from '#ground/key-file'
import { openLog } from '#ground/log'
import { kyselyOn, openPool } from '#ground/pool'
import { openSealer } from '#ground/sealer'
import { openGround, openHouse } from '#house'
import { makeFirstAdministratorLink } from '#people/first-administrator'
import { jobs, routes } from '#street'

/** A mail server that takes everything, and keeps it as it came. */
async function openLetterBox(): Promise<{ port: number; letters: Buffer[] }> {
  const letters: Buffer[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        letters.push(Buffer.concat(parts))
        done()
      })
    },
  })
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  after(() => new Promise<void>((resolve) => smtp.close(() => resolve())))
  return { port: (smtp.server.address() as AddressInfo).port, letters }
}

/** Long texts are kept as they are, not compressed, in the house that is looked through: else a search could not see them. */
async function keepUncompressed({ owner }: Ground): Promise<void> {
  const { rows } = await owner.query<{ change: string }>(`
    select format('alter table %s alter column %I set storage external', c.oid::regclass, a.attname) as change
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)' and a.attnum > 0 and not a.attisdropped and a.attstorage in ('x', 'm')`)
  for (const { change } of rows) await owner.query(change)
}

/** The whole house as `serve` opens it, with a database of its own in a folder, a real mail server and a log that says everything. */
export async function openLookedThrough() {
  const before = new Set(readdirSync(tmpdir()))
  const folder = mkdtempSync(join(tmpdir(), 'lampline-canary-'))
  const { port, letters } = await openLetterBox()
  const lines: string[] = []
  const log = openLog('debug', { write: (line) => lines.push(line) })
  const settings = { LAMPLINE_DATA: join(folder, 'data'), PORT: '0', LAMPLINE_LOG: 'debug', SMTP_URL: `smtp://127.0.0.1:${port}` }
  const config = readConfig(settings)
  const running = await openDoors(config, log, { openHouse, openGround }, { jobs, routes })
  const ground = await openGround(config, log, { migrated: false, beside: true })
  await keepUncompressed(ground)
  after(async () => {
    await ground.close()
    await running.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const { database } = running.house
  const token = await database.write(houseScope, makeFirstAdministratorLink)
  const read: Read = (work) => database.read(houseScope, work)
  return {
    ...{ folder, config, ground, letters, lines, read },
    url: running.url,
    firstPath: `/first-administrator/${token}`,
    /** What lies in the folder for temporary files since this house was opened; the servers of other runs of tests aside. */
    newTemporary: () =>
      readdirSync(tmpdir()).filter((one) => !before.has(one) && !one.startsWith('lampline-tests-') && join(tmpdir(), one) !== folder),
    /** What the clock alone makes due so many days from now. */
    sweepIn: (days: number) => sweepIn(config, ground, running.house.queue.send, days),
    /** Waits until all news is heeded and every letter has left. */
    settled: () => settled(read),
    signIn: async (person: string) => signedIn(database, person),
  }
}

export type LookedThrough = Awaited<ReturnType<typeof openLookedThrough>>
type Send = Parameters<typeof openDatabase>[1]['send']

async function sweepIn(config: Config, ground: Ground, send: Send, days: number): Promise<void> {
  const pool = openPool(ground.app, () => {})
  const heeded = new Set(jobs.flatMap((job) => (job.does === 'heed' ? [job.news] : [])).concat('mail.written'))
  const now = () => realHands.now().add({ hours: 24 * days })
  const later = openDatabase(kyselyOn(pool), { ...realHands, now, heeded, send, sealer: openSealer(() => readKeys(config)) })
  for (const job of jobs) if (job.does === 'sweep') await later.write(houseScope, job.verb)
  await pool.end()
}

const waitMs = 150
const waitsMax = 200

type Read = <T>(work: (db: Db) => Promise<T>) => Promise<T>

async function settled(read: Read): Promise<void> {
  const kinds = ['mail.written', ...jobs.flatMap((job) => (job.does === 'heed' ? [job.news] : []))]
  for (let waits = 0; waits < waitsMax; waits += 1) {
    if ((await read((db) => unheededNews(db, kinds))).length === 0) return
    await wait(waitMs)
  }
  assert.fail('the house does not come to rest')
}

type Database = Awaited<ReturnType<typeof openDoors>>['house']['database']

/** The cookies of a browser in which somebody is signed in. */
async function signedIn(database: Database, person: string): Promise<string> {
  const token = realHands.newSecret()
  await database.write(houseScope, async (tx) => {
    const session = tx.newId()
    const row = { id: session, person, tokenHash: secretHash(token), device: 'Canary', startedAt: tx.now, until: tx.now.add({ hours: 99 }) }
    await tx.insertInto('sessions').values(row).execute()
  })
  return `lampline=${token}; lampline-browser=b; lampline-language=en`
}
