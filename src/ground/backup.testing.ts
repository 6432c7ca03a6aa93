import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { onServer, urlOf } from '#testing/server'

/** Empty databases, folders and pools that go after the tests of a file. */
export function testGround() {
  const folder = mkdtempSync(join(tmpdir(), 'lampline-ground-'))
  const pools: pg.Pool[] = []
  const databases: string[] = []
  after(async () => {
    for (const pool of pools) await pool.end()
    for (const name of databases) await onServer((client) => client.query(`drop database if exists ${name} with (force)`))
    rmSync(folder, { recursive: true, force: true })
  })
  const poolOf = (database: string, user?: string) => {
    const pool = new pg.Pool({ connectionString: urlOf(database, user), max: 4 })
    pool.on('error', () => {})
    pools.push(pool)
    return pool
  }
  const emptyDatabase = async (owner?: string): Promise<pg.Pool & { name: string }> => {
    const name = `r_${randomBytes(6).toString('hex')}`
    databases.push(name)
    await onServer((client) => client.query(`create database ${name} template template0 ${owner ? `owner ${owner}` : ''}`))
    return Object.assign(poolOf(name, owner), { name })
  }
  const migrationsOf = (files: Record<string, string>): string => {
    const own = mkdtempSync(join(folder, 'migrations-'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(own, `${name}.sql`), text)
    return own
  }
  return { folder, poolOf, emptyDatabase, migrationsOf }
}
