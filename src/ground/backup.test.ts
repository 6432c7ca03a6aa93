import assert from 'node:assert/strict'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { onServer, urlOf } from '#testing/server'
import { backup } from './backup.ts'
import { migrate } from './migrate.ts'
import { restore } from './restore.ts'

const house = await testHouse()
const folder = mkdtempSync(join(tmpdir(), 'lampline-backup-'))
const migrationsFolder = join(import.meta.dirname, '..', '..', 'migrations')
const madeAt = Temporal.Instant.from('2026-11-23T08:00:00Z')
const pools: pg.Pool[] = []
const databases: string[] = []

const poolOf = (database: string) => {
  const pool = new pg.Pool({ connectionString: urlOf(database), max: 4 })
  pool.on('error', () => {})
  pools.push(pool)
  return pool
}
async function emptyDatabase(): Promise<pg.Pool> {
  const name = `r_${process.pid}_${databases.length}`
  databases.push(name)
  await onServer((client) => client.query(`create database ${name} template template0`))
  return poolOf(name)
}
after(async () => {
  for (const pool of pools) await pool.end()
  for (const name of databases) await onServer((client) => client.query(`drop database if exists ${name} with (force)`))
  rmSync(folder, { recursive: true, force: true })
})

const source = poolOf(house.databaseName)
const saved = join(folder, 'whole.backup')

async function everything(pool: pg.Pool): Promise<Record<string, unknown[]>> {
  const held: Record<string, unknown[]> = {}
  for (const table of ['organisations', 'people', 'contacts', 'roles', 'diary', 'attributes']) {
    held[table] = (await pool.query(`select row_to_json(t)::text as line from ${table} t order by 1`)).rows
  }
  return held
}

test('A backup taken while others write is one moment, and comes back equal to the last byte.', async () => {
  const organisation = await givenOrganisation(house, 'نقطهٔ "آغاز" \\ O’Brien')
  await givenKeeper(house, organisation)
  for (let at = 0; at < 30; at += 1)
    await givenPerson(house, organisation, { fullName: `Ünï\u200c${at}`, freeHours: [{ day: 1, from: 540, to: 600 }] })
  await house.write((tx) => tx.note('test.noted', organisation, { organisation }, { n: 9_007_199_254_740_991 }))
  const before = await everything(source)
  const writing = Array.from({ length: 20 }, () => givenPerson(house, organisation))
  const [closing] = await Promise.all([backup({ pool: source, out: createWriteStream(saved), madeAt }), ...writing])
  const people = closing.rows.people ?? 0
  assert.ok(people >= 31 && people <= 51)

  const target = await emptyDatabase()
  await restore({ pool: target, path: saved, migrationsFolder })
  const after = await everything(target)
  for (const line of before.people ?? []) assert.ok((after.people ?? []).some((other) => JSON.stringify(other) === JSON.stringify(line)))
  assert.deepEqual(after.diary, before.diary)
  assert.deepEqual(after.organisations, before.organisations)
})

test('After a restore the walls stand, the guards bite, and the diary counts on.', async () => {
  const target = poolOf(databases[0] ?? '')
  await assert.rejects(target.query("update diary set kind = 'a.b'"), /only ever adds/)
  const next = await target.query("insert into diary (at, kind, subject) values (now(), 'test.later', gen_random_uuid()) returning id")
  const { rows } = await target.query('select max(id) as last from diary')
  assert.equal(next.rows[0].id, rows[0].last)
})

test('A backup that was cut short, or in which one letter was changed, is refused, and nothing of it is kept.', async () => {
  const whole = readFileSync(saved)
  const text = gunzipSync(whole).toString()
  const damaged: [string, Buffer][] = [
    ['cut in the archive', whole.subarray(0, whole.length - 200)],
    ['cut between rows', gzipSync(`${text.split('\n').slice(0, -2).join('\n')}\n`)],
    ['one letter', gzipSync(text.replace('Person', 'Penson'))],
    ['one row less', gzipSync(text.replace(/\{"id":"[^\n]+\n/, ''))],
    ['not a backup', Buffer.from('hello')],
  ]
  for (const [what, bytes] of damaged) {
    const path = join(folder, 'damaged.backup')
    writeFileSync(path, bytes)
    const target = await emptyDatabase()
    await assert.rejects(restore({ pool: target, path, migrationsFolder }), /cut short or damaged|not a backup/, what)
    assert.deepEqual((await target.query("select to_regclass('people') as people")).rows, [{ people: null }], what)
  }
})

test('A house that already holds something is not restored over.', async () => {
  await assert.rejects(restore({ pool: source, path: saved, migrationsFolder }), /not empty/)
})

test('A migration that fails half-way leaves nothing; one that was edited after it ran is named.', async () => {
  const pool = await emptyDatabase()
  const own = mkdtempSync(join(folder, 'migrations-'))
  writeFileSync(join(own, '0001-first.sql'), 'create table one (id int);')
  await migrate({ pool, folder: own })
  writeFileSync(join(own, '0002-second.sql'), 'create table two (id int); select nothing from nowhere;')
  await assert.rejects(migrate({ pool, folder: own }), /0002-second failed, and nothing of it was kept/)
  assert.deepEqual((await pool.query("select to_regclass('two') as two")).rows, [{ two: null }])
  writeFileSync(join(own, '0002-second.sql'), 'create table two (id int);')
  await Promise.all([migrate({ pool, folder: own }), migrate({ pool, folder: own })])
  writeFileSync(join(own, '0001-first.sql'), 'create table one (id bigint);')
  await assert.rejects(migrate({ pool, folder: own }), /0001-first was edited after it was applied/)
  rmSync(join(own, '0002-second.sql'))
  writeFileSync(join(own, '0001-first.sql'), 'create table one (id int);')
  await assert.rejects(migrate({ pool, folder: own }), /0002-second, which this version of Lampline does not know/)
})
