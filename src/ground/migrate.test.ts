import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { urlOf } from '#testing/server'
import { testGround } from './backup.testing.ts'
import { appliedMigrations, migrate } from './migrate.ts'
import { until } from './postgres.testing.ts'
import { ensureAppRole } from './roles.ts'

const { emptyDatabase, migrationsOf } = testGround()
const isThere = async (pool: Awaited<ReturnType<typeof emptyDatabase>>, table: string) =>
  (await pool.query('select to_regclass($1) is not null as there', [table])).rows[0].there

test('A migration that fails half-way leaves nothing, and what stood before stands.', async () => {
  const pool = await emptyDatabase()
  const folder = migrationsOf({ '0001-first': 'create table one (id int);' })
  await migrate({ pool, folder })
  writeFileSync(join(folder, '0002-second.sql'), 'create table two (id int); select nothing from nowhere;')
  await assert.rejects(migrate({ pool, folder }), /^Error: Migration 0002-second failed, and nothing of it was kept: .*nowhere/)
  assert.equal(await isThere(pool, 'two'), false)
  assert.deepEqual(
    (await appliedMigrations(pool)).map(({ name }) => name),
    ['0001-first'],
  )
})

test('A migration killed half-way leaves nothing, and the next start does it whole.', { timeout: 30_000 }, async () => {
  const pool = await emptyDatabase()
  const folder = migrationsOf({ '0001-first': 'create table one (id int); select pg_sleep(2); create table two (id int);' })
  const script = `import pg from ${JSON.stringify(import.meta.resolve('pg'))}
    import { migrate } from ${JSON.stringify(join(import.meta.dirname, 'migrate.js'))}
    await migrate({ pool: new pg.Pool({ connectionString: ${JSON.stringify(urlOf(pool.name))} }), folder: ${JSON.stringify(folder)} })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' })
  const sleeping = "select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'"
  await until(async () => (await pool.query(sleeping)).rowCount === 1, 'half-way')
  child.kill('SIGKILL')
  await migrate({ pool, folder })
  assert.equal(await isThere(pool, 'two'), true)
  assert.equal((await appliedMigrations(pool)).length, 1)
})

test('Eight that start at once on a new database apply each migration once.', async () => {
  const pool = await emptyDatabase()
  const folder = migrationsOf({ '0001-first': 'create table one (id int);', '0002-second': 'create table two (id int);' })
  await Promise.all(Array.from({ length: 8 }, () => ensureAppRole(pool, {}).then(() => migrate({ pool, folder }))))
  assert.equal((await appliedMigrations(pool)).length, 2)
})

test('A migration that was edited after it ran, or is unknown here, is named.', async () => {
  const pool = await emptyDatabase()
  const folder = migrationsOf({ '0001-first': 'create table one (id int);', '0002-second': 'create table two (id int);' })
  await migrate({ pool, folder, upTo: '0001-first' })
  assert.equal(await isThere(pool, 'two'), false, 'it stops where it was told')
  await migrate({ pool, folder })
  writeFileSync(join(folder, '0001-first.sql'), 'create table one (id bigint);')
  await assert.rejects(migrate({ pool, folder }), /0001-first was edited after it was applied/)
  writeFileSync(join(folder, '0001-first.sql'), 'create table one (id int);')
  rmSync(join(folder, '0002-second.sql'))
  await assert.rejects(migrate({ pool, folder }), /0002-second, which this version of Lampline does not know/)
})

test('A file that would be passed over, and two with one number, are refused by name.', async () => {
  const pool = await emptyDatabase()
  await assert.rejects(migrate({ pool, folder: migrationsOf({ '02-rooms': '' }) }), /02-rooms.sql is not named like/)
  await assert.rejects(
    migrate({ pool, folder: migrationsOf({ '0002-a': '', '0002-b': '' }) }),
    /0002-a.sql and 0002-b.sql have the same number/,
  )
})
