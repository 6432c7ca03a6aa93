import assert from 'node:assert/strict'
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { givenKeeper, givenOrganisation, givenPerson } from '#testing/given'
import { testHouse } from '#testing/house'
import { testGround } from './backup.testing.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

const house = await testHouse()
const { folder, poolOf, emptyDatabase } = testGround()
const migrationsFolder = join(import.meta.dirname, '..', '..', 'migrations')
const madeAt = Temporal.Instant.from('2026-11-23T08:00:00Z')
const source = poolOf(house.databaseName)
const saved = join(folder, 'whole.backup')
let restored: pg.Pool

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
  restored = target
  await restore({ pool: target, path: saved, migrationsFolder })
  const after = await everything(target)
  for (const line of before.people ?? []) assert.ok((after.people ?? []).some((other) => JSON.stringify(other) === JSON.stringify(line)))
  assert.deepEqual(after.diary, before.diary)
  assert.deepEqual(after.organisations, before.organisations)
})

test('After a restore the walls stand, the guards bite, and the diary counts on.', async () => {
  const target = restored
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
    ['one row less', gzipSync(text.replace(/\n\[[^\n]+\n/, '\n'))],
    ['not a backup', Buffer.from('hello')],
    ['another archive', gzipSync('{"manifest":{"format":"of others"}}\n')],
    ['nothing', Buffer.alloc(0)],
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

test('A file that is not there, or is a folder, is named.', async () => {
  const pool = await emptyDatabase()
  await assert.rejects(restore({ pool, path: join(folder, 'nowhere'), migrationsFolder }), /There is no file .*nowhere/)
  await assert.rejects(restore({ pool, path: folder, migrationsFolder }), /is a folder/)
})
