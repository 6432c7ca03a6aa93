import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { canReach } from './account.ts'
import { lockFolder } from './lock.ts'
import { joinPostgres, startPostgres } from './postgres.ts'

const folders: string[] = []
const lines: string[] = []
const log = (line: string) => lines.push(line)

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lampline-pg-'))
  folders.push(folder)
  return folder
}
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function ask(server: { host: string; port: number; superUser: string }, text: string) {
  const client = new pg.Client({ host: server.host, port: server.port, user: server.superUser, database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function until(holds: () => boolean | Promise<boolean>, what: string, msMax = 15_000): Promise<void> {
  for (const end = performance.now() + msMax; performance.now() < end; await wait(50)) if (await holds()) return
  assert.fail(`not within ${msMax} ms: ${what}`)
}

test('A server starts in an empty folder, keeps what was written, and is gone when stopped.', { timeout: 60_000 }, async () => {
  const folder = newFolder()
  const first = await startPostgres({ folder, log })
  await ask(first, "create table kept as select 'a lamp' as what")
  assert.deepEqual(await ask(first, "select lower('ÅÄÖ') as low, current_setting('server_encoding') as encoding"), [
    { low: 'åäö', encoding: 'UTF8' },
  ])
  const pid = first.pid()
  await first.stop()
  assert.equal(isAlive(pid), false)
  const second = await startPostgres({ folder, log })
  assert.deepEqual(await ask(second, 'select what from kept'), [{ what: 'a lamp' }])
  await second.stop()
})

test('A second process on the folder is refused with the reason; a command may join the server beside it.', {
  timeout: 60_000,
}, async () => {
  const folder = newFolder()
  const server = await startPostgres({ folder, log })
  await assert.rejects(startPostgres({ folder, log }), new RegExp(`Another Lampline \\(process ${process.pid}\\) already runs on`))
  const beside = await joinPostgres({ folder, log })
  assert.deepEqual(await ask(beside, 'select 1 as one'), [{ one: 1 }])
  await beside.stop()
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }], 'joining and leaving does not stop it')
  await server.stop()
})

test('A server that is killed is started again.', { timeout: 60_000 }, async () => {
  const server = await startPostgres({ folder: newFolder(), log })
  const killed = server.pid()
  process.kill(killed, 'SIGKILL')
  await until(() => server.pid() !== 0 && server.pid() !== killed, 'a new server')
  await until(
    () =>
      ask(server, 'select 1 as one').then(
        () => true,
        () => false,
      ),
    'answers again',
  )
  assert.ok(lines.some((line) => /was killed; starting it again/.test(line)))
  await server.stop()
})

test('When we are killed without warning, the server stops by itself, and the next start finds its data.', {
  timeout: 60_000,
}, async () => {
  const folder = newFolder()
  const script = `import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.js'))}
    const server = await startPostgres({ folder: ${JSON.stringify(folder)}, log: () => {} })
    console.log(server.pid()); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const pid = Number(await new Promise((resolve) => child.stdout.once('data', (text) => resolve(String(text)))))
  assert.ok(isAlive(pid))
  child.kill('SIGKILL')
  await until(() => !isAlive(pid), 'the server stops')
  const next = await startPostgres({ folder, log })
  assert.deepEqual(await ask(next, 'select 1 as one'), [{ one: 1 }])
  await next.stop()
})

test('A lock whose process is gone, or is another one with the same number, is taken over.', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'lampline.lock'), '999999 12345')
  lockFolder(folder).release()
  writeFileSync(join(folder, 'lampline.lock'), `${process.pid} started-long-ago`)
  const lock = lockFolder(folder)
  assert.match(readFileSync(join(folder, 'lampline.lock'), 'utf8'), new RegExp(`^${process.pid} `))
  assert.throws(() => lockFolder(folder), /already runs/)
  lock.release()
})

test('A folder that only root may enter is seen as out of reach for the account of the database.', {
  skip: process.getuid?.() !== 0,
}, () => {
  const folder = newFolder()
  assert.equal(canReach(folder, { uid: 65534, gid: 65534, name: 'nobody' }), false)
  assert.equal(canReach(tmpdir(), { uid: 65534, gid: 65534, name: 'nobody' }), true)
})
