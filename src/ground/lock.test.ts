import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { lockFolder } from './lock.ts'
import { testFolders } from './postgres.testing.ts'

const newFolder = testFolders()

test('A lock whose process is gone, or is another one with the same number, is taken over and leaves nothing.', async () => {
  const folder = newFolder()
  for (const stale of ['999999 12345 -', `${process.pid} started-long-ago lampline-00000000.sock`, '', 'nonsense']) {
    writeFileSync(join(folder, 'lampline.lock'), stale)
    const lock = await lockFolder(folder)
    assert.match(readFileSync(join(folder, 'lampline.lock'), 'utf8'), new RegExp(`^${process.pid} `), stale)
    await assert.rejects(lockFolder(folder), /already runs/)
    lock.release()
  }
  assert.deepEqual(readdirSync(folder), [])
})

test('A holder in another container is seen to live by its socket, though its number means nothing here.', async () => {
  const folder = newFolder()
  const holder = createServer().listen(join(folder, 'lampline-0a0b0c0d.sock'))
  await new Promise((resolve) => holder.once('listening', resolve))
  writeFileSync(join(folder, 'lampline.lock'), '999999 12345 lampline-0a0b0c0d.sock')
  await assert.rejects(lockFolder(folder), /process 999999\) already runs/)
  await new Promise((resolve) => holder.close(resolve))
  const lock = await lockFolder(folder)
  lock.release()
})

test('Of thirty-two that reach for a stale lock at once, one gets it.', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'lampline.lock'), '999999 12345 -')
  const tries = await Promise.allSettled(Array.from({ length: 32 }, () => lockFolder(folder)))
  const taken = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  assert.equal(taken.length, 1)
  taken[0]?.release()
  assert.deepEqual(readdirSync(folder), [])
})

test('A path too long for a socket is locked all the same.', async () => {
  const folder = join(newFolder(), 'deep'.repeat(30))
  mkdirSync(folder)
  const lock = await lockFolder(folder)
  assert.equal(lock.sockets, false)
  await assert.rejects(lockFolder(folder), /already runs/)
  lock.release()
})
