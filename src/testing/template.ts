import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '#ground/migrate'
import { ensureAppRole } from '#ground/roles'
import { templateName } from './server.ts'

/** Migrates a database once on a server, for the tests to clone. */
export async function makeTemplate(url: string): Promise<void> {
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  await server.query(`drop database if exists ${templateName} with (force)`)
  await server.query(`create database ${templateName} template template0`)
  await server.end()
  const at = new URL(url)
  at.pathname = `/${templateName}`
  const owner = new pg.Pool({ connectionString: at.href, max: 2 })
  await ensureAppRole(owner, {})
  await migrate({ pool: owner, folder: join(import.meta.dirname, '..', '..', 'migrations') })
  await owner.end()
}
