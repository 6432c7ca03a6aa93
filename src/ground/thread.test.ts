import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { Missing, Refusal } from './refusal.ts'
import type { Asks, run } from './thread.testing.ts'
import { inThread, type ThreadOptions, threadsMax, waitingMax } from './thread.ts'
import { openTurns } from './turns.ts'

const module = new URL(import.meta.resolve('./thread.testing.js'))
const minute = 60_000
const never = new AbortController().signal

const ask = (asks: Asks, options: Partial<ThreadOptions> = {}) =>
  inThread<Asks, ReturnType<typeof run>>(module, asks, { onProgress: () => {}, signal: never, ...options })

/** Each thread that lives writes on in its own file. */
const folder = mkdtempSync(join(tmpdir(), 'lampline-threads-'))
let marks = 0
const newMark = () => join(folder, String((marks += 1)))
const readMark = (mark: string) => {
  try {
    return readFileSync(mark, 'utf8')
  } catch {
    return ''
  }
}

async function started(mark: string): Promise<void> {
  while (readMark(mark) === '') await wait(10)
}

async function assertStill(mark: string): Promise<void> {
  const then = readMark(mark)
  await wait(100)
  assert.equal(readMark(mark), then, 'the thread still runs')
}

test('A thread answers what it made; its arrays are handed over, not copied.', async () => {
  const numbers = Float64Array.from([1, 2, 3])
  const made = await ask({ does: 'double', numbers })
  assert.deepEqual(made.numbers, Float64Array.from([2, 4, 6]))
  assert.equal(numbers.length, 0)
})

test('How far it is comes along, in order, each stage at least once, and not ten thousand times.', async () => {
  const told: [number, string][] = []
  const { rounds } = await ask({ does: 'count', ms: 500 }, { onProgress: (share, stage) => told.push([share, stage]) })
  assert.deepEqual([...new Set(told.map(([, stage]) => stage))], ['first', 'second'])
  assert.deepEqual(
    told.map(([share]) => share),
    told.map(([share]) => share).sort((a, b) => a - b),
  )
  assert.ok(told.length <= 8 && (rounds ?? 0) > 1_000, `${told.length} told of ${rounds}`)
})

test('A refusal comes back as a refusal, what is missing as missing, a fault as a fault with its code.', async () => {
  await assert.rejects(ask({ does: 'refuse' }), (error) => {
    assert.ok(error instanceof Refusal)
    assert.equal(error.reason, 'sheet.rows')
    assert.deepEqual(error.facts, { file: 'people.csv', rowsMax: 7 })
    return true
  })
  await assert.rejects(ask({ does: 'miss' }), Missing)
  await assert.rejects(ask({ does: 'break' }), { name: 'RangeError', message: 'beyond the end', code: 'ENOSPC' })
})

test('A thread that ends without an answer, or takes too much memory, is an error here and no more.', async () => {
  await assert.rejects(ask({ does: 'leave' }), /ended with code 3/)
  await assert.rejects(ask({ does: 'hoard' }, { memoryMegabytesMax: 32 }), { code: 'ERR_WORKER_OUT_OF_MEMORY' })
})

test('What cannot be cloned is an error, and holds no place.', async () => {
  for (let times = 0; times <= threadsMax; times += 1) {
    await assert.rejects(inThread(module, { does: () => {} }, { onProgress: () => {}, signal: never }), { name: 'DataCloneError' })
  }
  assert.ok(await ask({ does: 'count', ms: 1 }))
})

test('A signal stops within a second what would run for a minute, and the thread is gone.', async () => {
  const mark = newMark()
  const leave = new AbortController()
  const work = ask({ does: 'count', ms: minute, mark }, { signal: leave.signal })
  await started(mark)
  const start = performance.now()
  leave.abort(new Error('left'))
  await assert.rejects(work, /^Error: left$/)
  assert.ok(performance.now() - start < 1_000)
  await assertStill(mark)
  await assert.rejects(ask({ does: 'count', ms: 1 }, { signal: leave.signal }), /^Error: left$/)
})

test(`${threadsMax} run at once, ${waitingMax} more wait in line, the next is refused by name; who leaves makes room.`, async () => {
  const leaves = Array.from({ length: threadsMax + waitingMax }, () => new AbortController())
  const files = leaves.map(newMark)
  const works = leaves.map(({ signal }, at) => ask({ does: 'count', ms: minute, mark: files[at]! }, { signal }))
  const ends = Promise.allSettled(works)
  await Promise.all(files.slice(0, threadsMax).map(started))
  assert.equal(readMark(files[threadsMax]!), '')
  await assert.rejects(ask({ does: 'count', ms: 1 }), { reason: 'turns.full' })
  leaves.at(-1)?.abort()
  const next = ask({ does: 'count', ms: 1 })
  leaves[0]?.abort()
  await started(files[threadsMax]!)
  assert.equal(readMark(files[threadsMax + 1]!), '', 'nobody else is let in')
  for (const leave of leaves) leave.abort()
  assert.equal((await ends).filter(({ status }) => status === 'rejected').length, leaves.length)
  assert.ok(await next)
})

test('Turns are given in the order of asking, and each is given back.', async () => {
  const take = openTurns({ atOnceMax: 1, waitingMax: 2 })
  const order: string[] = []
  const visit = async (name: string) => {
    const giveBack = await take(never)
    order.push(name)
    await wait(1)
    giveBack()
  }
  await Promise.all([visit('one'), visit('two'), visit('three')])
  await visit('four')
  assert.deepEqual(order, ['one', 'two', 'three', 'four'])
})
