import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Asks, run } from './thread.testing.ts'
import { openThreads, type ThreadOptions } from './thread.ts'

const module = new URL(import.meta.resolve('./thread.testing.js'))
const never = new AbortController().signal
const usual = { threadsMax: 2, waitingMax: 4, idleMsMax: 60_000, heldMegabytesMax: 256 }

/** Threads of this test alone, and who did the work. */
function threads(limits: Partial<typeof usual> = {}) {
  const inThread = openThreads({ ...usual, ...limits })
  const ask = (asks: Asks, options: Partial<ThreadOptions> = {}) =>
    inThread<Asks, ReturnType<typeof run>>(module, asks, { onProgress: () => {}, signal: never, ...options })
  const who = async (options?: Partial<ThreadOptions>) => (await ask({ does: 'who' }, options)).thread
  return { ask, who }
}

test('One thread does one piece of work after another, with its module loaded once.', async () => {
  const { ask } = threads()
  const first = await ask({ does: 'who' })
  assert.deepEqual(await ask({ does: 'who' }), { thread: first.thread, runs: 2 })
})

test('Work that is left ends its thread; the next has another, and it works.', async () => {
  const { ask, who } = threads()
  const first = await who()
  const leave = new AbortController()
  const left = ask({ does: 'count', ms: 60_000 }, { signal: leave.signal, onProgress: () => leave.abort(new Error('left')) })
  await assert.rejects(left, /^Error: left$/)
  assert.notEqual(await who(), first)
})

test('What throws, refuses or takes too much memory ends its thread, and the next knows nothing of it.', async () => {
  for (const does of ['break', 'refuse', 'leave', 'hoard'] as const) {
    const { ask } = threads()
    const first = await ask({ does: 'who' }, { memoryMegabytesMax: 48 })
    await assert.rejects(ask({ does }, { memoryMegabytesMax: 48 }))
    const { thread, runs } = await ask({ does: 'who' }, { memoryMegabytesMax: 48 })
    assert.notEqual(thread, first.thread)
    assert.equal(runs, 1)
  }
})

test('A thread that breaks while it is idle is forgotten, and the house stands.', async () => {
  const { ask, who } = threads()
  const { thread } = await ask({ does: 'crash-later', ms: 50 })
  await wait(500)
  assert.notEqual(await who(), thread)
})

test('Another memory limit is another thread; no more live at once than may, and the longest idle gives way.', async () => {
  const { who } = threads()
  const small = await who({ memoryMegabytesMax: 64 })
  const large = await who({ memoryMegabytesMax: 128 })
  assert.notEqual(small, large)
  assert.equal(await who({ memoryMegabytesMax: 64 }), small)
  await who({ memoryMegabytesMax: 96 })
  assert.equal(await who({ memoryMegabytesMax: 64 }), small)
  assert.notEqual(await who({ memoryMegabytesMax: 128 }), large)
})

test('A thread that holds much memory is not kept, nor is one that was idle for long.', async () => {
  const { ask, who } = threads({ heldMegabytesMax: 100 })
  const light = await ask({ does: 'hold', megabytes: 10 })
  assert.equal(await who(), light.thread)
  const heavy = await ask({ does: 'hold', megabytes: 120 })
  assert.notEqual(await who(), heavy.thread)
  const brief = threads({ idleMsMax: 50 })
  const first = await brief.who()
  await wait(400)
  assert.notEqual(await brief.who(), first)
})

test('An idle thread does not keep the process alive.', () => {
  const script = join(mkdtempSync(join(tmpdir(), 'lampline-idle-')), 'idle.mjs')
  const code = `
    import { inThread } from '${import.meta.resolve('./thread.js')}'
    const options = { onProgress: () => {}, signal: new AbortController().signal }
    console.log((await inThread(new URL('${module.href}'), { does: 'who' }, options)).runs)`
  const start = performance.now()
  writeFileSync(script, code)
  const said = execFileSync(process.execPath, [script], { encoding: 'utf8', timeout: 30_000 })
  assert.equal(said.trim(), '1')
  assert.ok(performance.now() - start < 20_000)
})
