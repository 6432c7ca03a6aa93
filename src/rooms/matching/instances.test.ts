import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { assign } from './assign.ts'
import type { Problem } from './problem.ts'
import { hashOf, tieBits, tieOf } from './tie.ts'

const folder = join(process.cwd(), '../shared/data/matching')
const skip = existsSync(folder) ? false : 'the instances are not on this machine'
const magic = 0x314d4d49

test('d200p: 198 matched, 101,772 in all.', { skip }, () => {
  const { matched, total } = assign(instance('d200p', false))
  assert.deepEqual({ matched, total }, { matched: 198, total: 101_772 })
})

test('d1kp: 999 matched, 615,095 in all.', { skip }, () => {
  const { matched, total } = assign(instance('d1kp', false))
  assert.deepEqual({ matched, total }, { matched: 999, total: 615_095 })
})

test('d1kp with the floor first: the worst pair at 295, 614,706 in all.', { skip }, () => {
  const { matched, total, floor } = assign(instance('d1kp', true))
  assert.deepEqual({ matched, total, floor }, { matched: 999, total: 614_706, floor: 295 })
})

test('s10kp is short of places: 7,517 matched, 5,296,001 in all.', { skip }, () => {
  const { matched, total } = assign(instance('s10kp', false))
  assert.deepEqual({ matched, total }, { matched: 7_517, total: 5_296_001 })
})

test('s10kpb has barely enough places: 9,997 matched, 6,770,364 in all.', { skip, timeout: 60_000 }, () => {
  const { matched, total } = assign(instance('s10kpb', false))
  assert.deepEqual({ matched, total }, { matched: 9_997, total: 6_770_364 })
})

/** Little-endian int32s: magic, n, m, pairs, places of each mentor, row starts, columns, scores. */
function instance(name: string, floor: boolean): Problem {
  const bytes = gunzipSync(readFileSync(join(folder, `${name}.mmi.gz`)))
  const ints = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  const [mark, n, m, pairs] = ints as unknown as [number, number, number, number]
  assert.equal(mark, magic)
  let at = 4
  const take = (count: number) => {
    at += count
    return ints.slice(at - count, at)
  }
  const capacity = take(m)
  const rowStart = take(n + 1)
  const column = take(pairs)
  const score = take(pairs)
  return { n, m, capacity, rowStart, column, score, tie: tiesOf(n, m, rowStart, column), pins: [], options: { floor } }
}

function tiesOf(n: number, m: number, rowStart: Int32Array, column: Int32Array): Float64Array {
  const mentees = Array.from({ length: n }, (_, i) => hashOf(`N${i}`))
  const mentors = Array.from({ length: m }, (_, j) => hashOf(`M${j}`))
  const bits = tieBits(n + m)
  const tie = new Float64Array(column.length)
  for (let i = 0; i < n; i++) for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) tie[e] = tieOf(mentees[i]!, mentors[column[e]!]!, bits)
  return tie
}
