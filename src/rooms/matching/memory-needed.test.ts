import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { memoryNeeded } from './memory-needed.ts'

/** A process of its own, since only there the peak is that of the round; and what Linux tells of it, since rusage may tell its parent's. */
const round = `
  import { existsSync, readFileSync } from 'node:fs'
  import { everythingCounts as rules } from '#programmes/rules'
  import { mentee, mentor } from '#scores/people.testing'
  import { suggest } from '#matching/suggest'
  const side = (make, letter) => Array.from({ length: 1500 }, (_, at) => make(letter + at, { field: 'ABCDE'[at % 5], gradeLevel: at % 7 }))
  const crowd = { mentees: side(mentee, 'N'), mentors: side(mentor, 'M'), rules, apart: [] }
  const before = process.memoryUsage().rss
  suggest({ ...crowd, dial: 'even', bonus: 10, standing: [{ mentee: 'N1', mentor: 'M1' }], pins: [{ mentee: 'N0', mentor: 'M0' }] })
  const told = existsSync('/proc/self/status') ? Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) : process.resourceUsage().maxRSS
  console.log(told * 1024 - before)`

test('What a round needs is told beforehand: never less than it takes, nor three times as much.', () => {
  const took = Number(execFileSync(process.execPath, ['--input-type=module', '--eval', round], { encoding: 'utf8' }))
  const needed = memoryNeeded(1_500, 1_500)
  assert.ok(took <= needed && needed < 3 * took, `took ${took}, said ${needed}`)
})

test('The need grows with the pairs: 20,000 by 25,000 is 17 GB, a programme of 300 next to nothing.', () => {
  assert.equal(Math.round(memoryNeeded(20_000, 25_000) / 1e9), 17)
  assert.ok(memoryNeeded(150, 150) < 130e6)
})
