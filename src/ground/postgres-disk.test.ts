import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { troubleOf } from '#doors/web/trouble'
import { startPostgres } from './postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'lampline-disk-'))
const mounted = process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=260m', 'tmpfs', folder]).status === 0
const megabyte = 1_048_576

test('On a full disk reading goes on, a write is known for what it is, and with room again it goes well by itself.', {
  skip: !mounted,
  timeout: 90_000,
}, async () => {
  const server = await startPostgres({ folder: join(folder, 'data'), log: () => {}, forTests: true })
  const pool = new pg.Pool({ host: server.host, port: server.port, user: server.superUser, database: 'postgres', max: 2 })
  pool.on('error', () => {})
  const filler = join(folder, 'filler')
  try {
    await pool.query('create table kept (n int, body text)')
    await pool.query("insert into kept values (1, 'a lamp')")
    for (let at = 0, free = true; free; at += 1) {
      try {
        writeFileSync(`${filler}${at}`, Buffer.alloc(megabyte))
      } catch {
        free = false
      }
    }
    const write = () => pool.query("insert into kept select 2, string_agg(md5(i::text), '') from generate_series(1, 100000) i")
    const refused = await write().then(
      () => null,
      (error: unknown) => error,
    )
    assert.ok(refused, 'the write is refused')
    assert.ok(['disk-full', 'database-away'].includes(troubleOf(refused)), String(refused))
    const read = async () => (await pool.query('select n, body from kept')).rows
    const again = async <T>(work: () => Promise<T>): Promise<T> => {
      for (let tries = 0; ; tries += 1) {
        try {
          return await work()
        } catch (error) {
          if (tries > 60) throw error
          await wait(500)
        }
      }
    }
    assert.deepEqual(await again(read), [{ n: 1, body: 'a lamp' }])
    for (let at = 0; at < 260; at += 1) rmSync(`${filler}${at}`, { force: true })
    await again(write)
    assert.equal((await read()).length, 2)
  } finally {
    await pool.end()
    await server.stop()
    spawnSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  }
})
