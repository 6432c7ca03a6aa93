import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { assign, figuresOf } from './assign.ts'
import { packInstance, readInstance } from './instance.ts'
import { tiesBetween } from './pair-rows.ts'
import type { Problem } from './problem.ts'

const folder = join(process.cwd(), '../shared/data/matching')
const skip = existsSync(folder) ? false : 'the instances are not on this machine'

test('d200p: 198 matched, 101,772 in all.', { skip }, () => {
  const { matched, total } = solved(instance('d200p', 'none'))
  assert.deepEqual({ matched, total }, { matched: 198, total: 101_772 })
})

test('d1kp: 999 matched, 615,095 in all.', { skip }, () => {
  const { matched, total } = solved(instance('d1kp', 'none'))
  assert.deepEqual({ matched, total }, { matched: 999, total: 615_095 })
})

test('d1kp with the floor first: the worst pair at 295, 614,706 in all.', { skip }, () => {
  const { matched, total, floor } = solved(instance('d1kp', 'highest'))
  assert.deepEqual({ matched, total, floor }, { matched: 999, total: 614_706, floor: 295 })
})

test('s10kp is short of places: 7,517 matched, 5,296,001 in all.', { skip }, () => {
  const { matched, total } = solved(instance('s10kp', 'none'))
  assert.deepEqual({ matched, total }, { matched: 7_517, total: 5_296_001 })
})

test('s10kp with the floor first: the worst pair at 420, 5,295,813 in all.', { skip, timeout: 60_000 }, () => {
  const { matched, total, floor } = solved(instance('s10kp', 'highest'))
  assert.deepEqual({ matched, total, floor }, { matched: 7_517, total: 5_295_813, floor: 420 })
})

test('s100kp, 100,000 by 25,000: 74,760 matched, 59,077,017 in all.', { skip, timeout: 120_000 }, () => {
  const { matched, total } = solved(instance('s100kp', 'none'))
  assert.deepEqual({ matched, total }, { matched: 74_760, total: 59_077_017 })
})

test('s100kp with the floor first: the worst pair at 375.', { skip, timeout: 120_000 }, () => {
  const { matched, floor } = solved(instance('s100kp', 'highest'))
  assert.deepEqual({ matched, floor }, { matched: 74_760, floor: 375 })
})

test('s10kpb has barely enough places: 9,997 matched, 6,770,364 in all.', { skip, timeout: 60_000 }, () => {
  const { matched, total } = solved(instance('s10kpb', 'none'))
  assert.deepEqual({ matched, total }, { matched: 9_997, total: 6_770_364 })
})

function solved(problem: Problem) {
  return figuresOf(problem, assign(problem).mentorOf)
}

function instance(name: string, floor: Problem['floor']): Problem {
  const rows = packInstance(readInstance(gunzipSync(readFileSync(join(folder, `${name}.mmi.gz`)))))
  const coded = (letter: string, count: number) => Array.from({ length: count }, (_, at) => ({ code: `${letter}${at}` }))
  return { ...rows, tie: tiesBetween(coded('N', rows.n), coded('M', rows.m)), pins: [], floor, dial: 'total' }
}
