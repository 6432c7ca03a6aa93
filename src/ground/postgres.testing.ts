import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** Folders that go after the tests of a file. */
export function testFolders(): () => string {
  const folders: string[] = []
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'lampline-pg-'))
    folders.push(folder)
    return folder
  }
}

export async function ask(server: { host: string; port: number; superUser: string }, text: string) {
  const client = new pg.Client({ host: server.host, port: server.port, user: server.superUser, database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export async function until(holds: () => boolean | Promise<boolean>, what: string, msMax = 15_000): Promise<void> {
  for (const end = performance.now() + msMax; performance.now() < end; await wait(20)) if (await holds()) return
  assert.fail(`not within ${msMax} ms: ${what}`)
}

export type OtherProcess = { child: ChildProcess; said: string }

/** Another process that starts a server and says its number, or why it did not. */
export async function startElsewhere(folder: string, as?: { uid: number; gid: number }): Promise<OtherProcess> {
  const script = `import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.js'))}
    try {
      const server = await startPostgres({ folder: ${JSON.stringify(folder)}, log: () => {}, forTests: true })
      process.once('SIGTERM', () => server.stop().then(() => process.exit()))
      console.log(server.pid())
      setInterval(() => {}, 1000)
    } catch (error) { console.log(error.message) }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'], cwd: '/', ...as })
  const said = await new Promise<string>((resolve) => {
    child.stdout?.once('data', (text) => resolve(String(text).trim()))
    child.once('exit', () => resolve('gone without a word'))
  })
  return { child, said }
}
