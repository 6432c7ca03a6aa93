import assert from 'node:assert/strict'
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type pg from 'pg'
import { onServer } from '#testing/server'
import { testGround } from './backup.testing.ts'
import { backup } from './backup.ts'
import { readBackup } from './backup-read.ts'
import { migrate } from './migrate.ts'
import { restore } from './restore.ts'

const { folder, emptyDatabase, migrationsOf } = testGround()
after(() => onServer((client) => client.query('drop role if exists plain_owner')))
const madeAt = Temporal.Instant.from('2026-11-23T08:00:00Z')
const first = {
  '0001-first': `create type mood as enum ('bright', 'dim "x"');
    create table everything (id bigint generated always as identity primary key, small smallint, real real, double double precision,
      amount numeric, money numeric(12,2), flag boolean, text text, chars char(5), at timestamptz, plain timestamp, day date, clock time,
      span interval, bytes bytea, doc jsonb, raw json, list text[], grid int[][], days daterange, mood mood, key uuid, net inet,
      twice text generated always as (text || text) stored);
    create table people (id int primary key, boss int references people, team int);
    create table teams (id int primary key, lead int not null references people);
    alter table people add constraint people_team foreign key (team) references teams;
    create table log (id serial primary key, said text);
    create function say() returns trigger language plpgsql as $$ begin insert into log (said) values (new.id); return new; end $$;
    create trigger people_log after insert on people for each row execute function say();
    create trigger people_always after insert on people for each row execute function say();
    alter table people enable always trigger people_always;
    create trigger people_off after insert on people for each row execute function say();
    alter table people disable trigger people_off;
    create table seeds (name text primary key);
    insert into seeds values ('sown by the migration');
    create table "Odd ""name""" ("a ""column""" text, closing text, "table" text)`,
}
const later = { ...first, '0002-later': "alter table everything add column late text not null default 'came later'" }

async function filled(owner?: string): Promise<pg.Pool> {
  const pool = await emptyDatabase(owner)
  await migrate({ pool, folder: migrationsOf(first) })
  await pool.query(`insert into everything (small, real, double, amount, money, flag, text, chars, at, plain, day, clock,
      span, bytes, doc, raw, list, grid, days, mood, key, net) values
    (-32768, 'NaN', 'Infinity', 'NaN', 0.10, true, E'a\\nb\\r\\t"\\\\ \u200c نقطه', 'ab',
      '0044-03-15 10:00:00.123456+00 BC', 'infinity', '-infinity', '24:00',
      '1 year -2 days 03:04:05.000001', '\\x00ff0a', 'null', '{ "b":1,  "b":2 }',
      '{null,"null","a,\\"b"}', '[0:1][2:3]={{1,2},{3,NULL}}',
      '[2026-01-01,)', 'dim "x"', '0198f0c6-0000-7000-8000-000000000000', '10.0.0.1/8'),
    (null, 3.4028235e38, 0.1::float8 + 0.2::float8, 123456789012345678901234567890.000000000100, null, null, '', '',
      now(), now(), now(), now(), null, '',
      '{"n": 12345678901234567890.10, "s": "\\u00e9"}', 'null', '{}', null, 'empty', 'bright', null, '::1')`)
  await pool.query(`begin; set constraints all deferred; insert into people select n, null, null from generate_series(1, 5000) n;
    insert into teams values (1, 3); update people set boss = 5001 - id, team = 1; commit`)
  await pool.query(`insert into "Odd ""name""" values ('{"closing":{}}', '[', null)`)
  await pool.query("update log set said = 'kept as it is'; delete from seeds; insert into seeds values ('sown by hand')")
  return pool
}

async function everything(pool: pg.Pool): Promise<Record<string, unknown>> {
  const held: Record<string, unknown> = {}
  for (const table of ['everything', 'people', 'teams', 'log', 'seeds', '"Odd ""name"""']) {
    const { rows } = await pool.query(`select md5(string_agg(t::text, '|' order by t::text)) as hash, count(*) from ${table} t`)
    held[table] = rows[0]
  }
  held.jsonNull = (await pool.query("select id from everything where doc = 'null'::jsonb")).rows
  held.constraints = (await pool.query('select conname, condeferrable, condeferred from pg_constraint order by 1')).rows
  held.triggers = (await pool.query('select tgname, tgenabled from pg_trigger where not tgisinternal order by 1')).rows
  return held
}

test('Every type, rows that refer to later rows, circles, triggers, odd names and computed columns come back as they were.', async () => {
  const source = await filled()
  const path = join(folder, 'all.backup')
  await backup({ pool: source, out: createWriteStream(path), madeAt })
  const target = await emptyDatabase()
  await restore({ pool: target, path, migrationsFolder: migrationsOf(first) })
  assert.deepEqual(await everything(target), await everything(source))
  const { rows } = await target.query("insert into everything (text) values ('x') returning id, twice")
  assert.deepEqual(rows, [{ id: '3', twice: 'xx' }])
  await assert.rejects(target.query('insert into people values (9999, 12345)'), /violates foreign key/)
})

test('An owner who is no superuser backs up and restores the same.', async () => {
  await onServer((client) => client.query('drop role if exists plain_owner; create role plain_owner login'))
  const source = await filled('plain_owner')
  const path = join(folder, 'plain.backup')
  await backup({ pool: source, out: createWriteStream(path), madeAt })
  const target = await emptyDatabase('plain_owner')
  await restore({ pool: target, path, migrationsFolder: migrationsOf(first) })
  assert.deepEqual(await everything(target), await everything(source))
})

test('A backup of an older version is brought up to this one; a newer or another one, or other tables, are refused.', async () => {
  const path = join(folder, 'all.backup')
  const target = await emptyDatabase()
  await restore({ pool: target, path, migrationsFolder: migrationsOf(later) })
  assert.deepEqual((await target.query('select distinct late from everything')).rows, [{ late: 'came later' }])
  const other = migrationsOf({ '0000-before': 'select 1', ...first })
  await assert.rejects(restore({ pool: await emptyDatabase(), path, migrationsFolder: other }), /a version with another 0001-first/)
  const foreign = await emptyDatabase()
  await foreign.query('create table theirs (id int)')
  await assert.rejects(restore({ pool: foreign, path, migrationsFolder: migrationsOf(first) }), /not ours: theirs/)
  const newer = await emptyDatabase()
  await migrate({ pool: newer, folder: migrationsOf(later) })
  await assert.rejects(restore({ pool: newer, path, migrationsFolder: migrationsOf(later) }), /opened by a newer version/)
  await assert.rejects(backup({ pool: foreign, out: createWriteStream(join(folder, 'none')), madeAt }), /never migrated/)
})

test('A restore that fails at a row keeps none, and can be done again.', async () => {
  const target = await emptyDatabase()
  const spoilt = await filled()
  const path = join(folder, 'spoilt.backup')
  await spoilt.query('alter table people drop constraint people_boss_fkey; update people set boss = 77777 where id = 5000')
  await backup({ pool: spoilt, out: createWriteStream(path), madeAt })
  await assert.rejects(restore({ pool: target, path, migrationsFolder: migrationsOf(first) }), /violates foreign key/)
  assert.equal((await target.query('select 1 from people')).rowCount, 0)
  await target.query('delete from seeds')
  await restore({ pool: target, path: join(folder, 'all.backup'), migrationsFolder: migrationsOf(first) })
  assert.equal((await target.query('select 1 from people')).rowCount, 5000)
})

test('However slowly the file is written, and whatever the rows weigh, few of them are in memory at once.', {
  timeout: 60_000,
}, async () => {
  const pool = await emptyDatabase()
  await migrate({ pool, folder: migrationsOf({ '0001-heavy': 'create table heavy (id int, bytes bytea)' }) })
  await pool.query("insert into heavy select n, convert_to(repeat(md5(n::text), 31250), 'UTF8') from generate_series(1, 100) n")
  let most = 0
  const slow = new Writable({
    write: (_chunk, _encoding, done) => {
      most = Math.max(most, process.memoryUsage().external + process.memoryUsage().heapUsed)
      wait(1).then(() => done())
    },
  })
  globalThis.gc?.()
  const before = process.memoryUsage().external + process.memoryUsage().heapUsed
  const { rows } = await backup({ pool, out: slow, madeAt })
  assert.equal(rows.heavy, 100)
  assert.ok(most - before < 120_000_000, `${Math.round((most - before) / 1e6)} MB more, of 200 MB written`)
})

test('A byte changed anywhere in the file is found, before anything is written.', { timeout: 60_000 }, async () => {
  const whole = readFileSync(join(folder, 'all.backup'))
  const { closing } = await readBackup(join(folder, 'all.backup'))
  const path = join(folder, 'altered.backup')
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const altered = Buffer.from(whole)
      altered[at] = (altered[at] ?? 0) ^ by
      writeFileSync(path, altered)
      const read = await readBackup(path).catch((error: Error) => error)
      // The gzip header holds a clock and a flag or two that mean nothing; then every line must be the same.
      if (read instanceof Error) assert.match(read.message, /cut short or damaged|not a backup/)
      else assert.deepEqual([read.closing, gunzipSync(altered)], [closing, gunzipSync(whole)])
    }),
    { numRuns: 60 },
  )
})

test('A letter changed in what the archive holds is found too, though the archive is sound.', { timeout: 60_000 }, async () => {
  const whole = gunzipSync(readFileSync(join(folder, 'all.backup')))
  const path = join(folder, 'packed-again.backup')
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const altered = Buffer.from(whole)
      altered[at] = (altered[at] ?? 0) ^ by
      writeFileSync(path, gzipSync(altered, { level: 1 }))
      await assert.rejects(readBackup(path), /cut short or damaged|not a backup/)
    }),
    { numRuns: 60 },
  )
})
