import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { ask, isAlive, startElsewhere, testFolders, until } from './postgres.testing.ts'
import { joinPostgres, startPostgres } from './postgres.ts'

const newFolder = testFolders()
const lines: string[] = []
const log = (line: string) => lines.push(line)
const options = (folder: string) => ({ folder, log, forTests: true })
const timeout = 60_000

test('A server starts in an empty folder, keeps what was written, and is gone when stopped.', { timeout }, async () => {
  const folder = newFolder()
  const first = await startPostgres({ folder, log })
  await ask(first, "create table kept as select 'a lamp' as what")
  assert.deepEqual(await ask(first, 'show fsync'), [{ fsync: 'on' }])
  const pid = first.pid()
  await Promise.all([first.stop(), first.stop()])
  assert.equal(isAlive(pid), false)
  assert.equal(existsSync(first.host), false, 'the folder of the socket goes too')
  const second = await startPostgres(options(folder))
  assert.deepEqual(await ask(second, 'select what from kept'), [{ what: 'a lamp' }])
  await second.stop()
})

test('It knows letters beyond ASCII: small ones, and the trigrams of Dari.', { timeout }, async () => {
  const server = await startPostgres(options(newFolder()))
  const row = "select lower('ÅÄÖ') as low, current_setting('server_encoding') as encoding, similarity('سلام دنیا', 'سلام') > 0.3 as alike"
  await ask(server, 'create extension pg_trgm')
  assert.deepEqual(await ask(server, row), [{ low: 'åäö', encoding: 'UTF8', alike: true }])
  await server.stop()
})

test('It listens on no network, and its socket is closed to other accounts.', { timeout }, async () => {
  const server = await startPostgres(options(newFolder()))
  assert.deepEqual(await ask(server, 'show listen_addresses'), [{ listen_addresses: '' }])
  assert.equal(statSync(server.host).mode & 0o777, 0o700)
  await server.stop()
})

test('A second process on the folder is refused with the reason; a command may join the server beside it.', { timeout }, async () => {
  const folder = newFolder()
  const server = await startPostgres(options(folder))
  await assert.rejects(startPostgres(options(folder)), new RegExp(`Another Lampline \\(process ${process.pid}\\) already runs on`))
  const { said } = await startElsewhere(folder)
  assert.match(said, new RegExp(`Another Lampline \\(process ${process.pid}\\) already runs on`))
  const beside = await joinPostgres(options(folder))
  assert.deepEqual(await ask(beside, 'select 1 as one'), [{ one: 1 }])
  await beside.stop()
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }], 'joining and leaving does not stop it')
  await server.stop()
})

test('Of four that start at once on a folder, one runs and three are refused.', { timeout }, async () => {
  const folder = newFolder()
  const all = await Promise.all(Array.from({ length: 4 }, () => startElsewhere(folder)))
  const refused = all.filter(({ said }) => /already runs on/.test(said))
  for (const { child } of all) child.kill('SIGTERM')
  await until(() => !existsSync(join(folder, 'lampline.lock')), 'the one stops')
  assert.equal(refused.length, 3, all.map(({ said }) => said).join('\n'))
})

test('A server that is killed is started again, twice too, and stays stopped once stopped.', { timeout }, async () => {
  const server = await startPostgres(options(newFolder()))
  const answered = () =>
    ask(server, 'select 1 as one').then(
      () => true,
      () => false,
    )
  for (const time of ['first', 'second']) {
    const killed = server.pid()
    process.kill(killed, 'SIGKILL')
    await until(() => server.pid() !== 0 && server.pid() !== killed, `a new server, the ${time} time`)
    await until(answered, 'answers again')
  }
  assert.ok(lines.some((line) => /was killed; starting it again/.test(line)))
  const last = server.pid()
  process.kill(last, 'SIGKILL')
  await server.stop()
  assert.equal(server.pid(), 0)
  assert.equal(isAlive(last), false)
})

test('Stopped while it is being started again, it stays stopped.', { timeout }, async () => {
  const folder = newFolder()
  const server = await startPostgres(options(folder))
  process.kill(server.pid(), 'SIGKILL')
  await until(() => server.pid() === 0, 'it is seen to be gone')
  await server.stop()
  await wait(300)
  // A server that was killed leaves its file behind; it is gone only where another was begun and stopped.
  const left = join(folder, 'database', 'postmaster.pid')
  const pid = existsSync(left) ? Number(readFileSync(left, 'utf8').split('\n')[0]) : 0
  assert.ok(pid === 0 || !isAlive(pid))
  assert.equal(existsSync(join(folder, 'lampline.lock')), false)
})

test('A server that cannot come back is tried again until it can.', { timeout }, async () => {
  const folder = newFolder()
  const server = await startPostgres(options(folder))
  const settings = join(folder, 'database', 'postgresql.conf')
  renameSync(settings, `${settings}.away`)
  process.kill(server.pid(), 'SIGKILL')
  await until(() => lines.some((line) => /did not start again, trying once more: .*postgresql\.conf/.test(line)), 'a try that fails')
  renameSync(`${settings}.away`, settings)
  await until(() => server.pid() !== 0, 'it comes back')
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }])
  await server.stop()
})

test('When we are killed without warning, the server stops by itself, in a folder of whatever name.', { timeout }, async () => {
  const folder = join(newFolder(), `it's a "lamp" $HOME چراغ`)
  const { child, said } = await startElsewhere(folder)
  const pid = Number(said)
  assert.ok(isAlive(pid), said)
  child.kill('SIGKILL')
  await until(() => !isAlive(pid), 'the server stops')
  const next = await startPostgres(options(folder))
  assert.deepEqual(await ask(next, 'select 1 as one'), [{ one: 1 }])
  await next.stop()
})

test('A start right after the kill finds a server half-way down, and waits for it.', { timeout }, async () => {
  const folder = newFolder()
  const { child, said } = await startElsewhere(folder)
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  const next = await startPostgres(options(folder))
  assert.notEqual(next.pid(), Number(said))
  const pid = next.pid()
  await wait(400)
  assert.equal(next.pid(), pid, 'nothing of before takes it down')
  assert.deepEqual(await ask(next, 'select 1 as one'), [{ one: 1 }])
  await next.stop()
})

test('A server that lost both its Lampline and its watchdog is stopped by the next start.', { timeout }, async (t) => {
  const folder = newFolder()
  const { child, said } = await startElsewhere(folder)
  child.kill('SIGSTOP')
  const listed = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' }).stdout?.split('\n') ?? []
  const dogs = listed
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, name]) => parent === String(child.pid) && /sh$/.test(name ?? ''))
  for (const [pid] of dogs) process.kill(Number(pid), 'SIGKILL')
  child.kill('SIGKILL')
  if (dogs.length === 0) return t.skip('no ps here to find the watchdog with')
  await until(() => child.signalCode !== null, 'the other is gone')
  assert.ok(isAlive(Number(said)), 'its server lives on')
  const next = await startPostgres(options(folder))
  await until(() => !isAlive(Number(said)), 'and is gone')
  assert.ok(lines.some((line) => /of before still runs; stopping it/.test(line)))
  assert.deepEqual(await ask(next, 'select 1 as one'), [{ one: 1 }])
  await next.stop()
})

test('A stale postmaster.pid, even with the number of a process that lives, does not hold up the start.', { timeout }, async () => {
  const folder = newFolder()
  const server = await startPostgres(options(folder))
  const file = join(folder, 'database', 'postmaster.pid')
  const text = readFileSync(file, 'utf8')
  const { uid, gid } = statSync(join(folder, 'database'))
  await server.stop()
  const other = spawn('/bin/sleep', ['60'], { stdio: 'ignore', uid, gid })
  for (const pid of ['999999', String(other.pid)]) {
    writeFileSync(file, text.replace(/^\d+/, pid))
    const next = await startPostgres(options(folder))
    assert.deepEqual(await ask(next, 'select 1 as one'), [{ one: 1 }], pid)
    await next.stop()
  }
  assert.ok(isAlive(other.pid ?? 0), 'the other process is left alone')
  other.kill()
})
