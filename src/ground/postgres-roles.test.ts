import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { testFolders } from './postgres.testing.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'
import { ensureAppRole } from './roles.ts'

const newFolder = testFolders()
let server: PostgresServer
const pools: pg.Pool[] = []
const poolOf = (user: string) => {
  const pool = new pg.Pool({ host: server.host, port: server.port, user, database: 'postgres', max: 8 })
  pool.on('error', () => {})
  pools.push(pool)
  return pool
}
before(async () => {
  server = await startPostgres({ folder: newFolder(), log: () => {}, forTests: true })
})
after(async () => {
  for (const pool of pools) await pool.end()
  await server.stop()
})

test('An owner who may not create roles is told what to ask for.', async () => {
  await poolOf(server.superUser).query('create role plain login')
  await assert.rejects(ensureAppRole(poolOf('plain'), {}), /may not create roles\. Ask .*create role lampline_app login/)
})

test('The role of the application may log in and nothing else, however many make it at once.', async () => {
  const owner = poolOf(server.superUser)
  await Promise.all(Array.from({ length: 8 }, () => owner.query('select pg_sleep(0.1)')))
  await Promise.all(Array.from({ length: 8 }, () => ensureAppRole(owner, { password: "it's a secret" })))
  const { rows } = await owner.query(
    `select rolcanlogin, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolinherit as may from pg_roles
     where rolname = 'lampline_app'`,
  )
  assert.deepEqual(rows, [{ rolcanlogin: true, may: false }])
  const app = poolOf('lampline_app')
  await assert.rejects(app.query('create table mine (id int)'), /permission denied/)
  assert.deepEqual((await app.query("select 1 from pg_class where relowner = 'lampline_app'::regrole")).rows, [])
})
