import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assign, figuresOf } from '#pairing/assign'
import { problemOf, tables } from '#pairing/crowd.testing'
import { costOf } from '#pairing/what-if'
import { everythingCounts } from '#programmes/rules'
import { mentorIn } from '#scores/packed'
import { mentee, mentor } from '#scores/people.testing'
import { optionsFor } from './options.ts'

test('A decision costs exactly what the best whole with it falls short of the best without, and names whoever moves.', () => {
  fc.assert(
    fc.property(tables(6), fc.nat(), (table, at) => {
      const problem = problemOf(table, { floor: 'none' })
      const open = Array.from(problem.pair.keys()).filter((e) => table.capacity[mentorIn(problem.pair[e]!)]! > 0)
      if (open.length === 0) return
      const edge = open[at % open.length]!
      const i = table.mentees.findIndex((_, row) => edge < problem.rowStart[row + 1]!)
      const j = mentorIn(problem.pair[edge]!)
      const base = assign(problem).mentorOf
      const pinned = assign({ ...problem, pins: [[i, j]] })
      const cost = costOf(problem, 'best', base, { together: [[i, j]] })
      const [before, after] = [figuresOf(problem, base), figuresOf(problem, pinned.mentorOf)]
      assert.deepEqual([cost.points, cost.lost], [before.total - after.total, before.matched - after.matched])
      const decided = base.slice()
      for (const move of cost.moves) decided[move.mentee] = move.after
      assert.equal(decided[i], j)
      assert.equal(figuresOf(problem, decided).total, after.total)
    }),
    { numRuns: 1_000 },
  )
})

test('Where many wholes are as good, a decision moves as few as can be: the one decided, and whoever makes room.', () => {
  const scores = Array.from({ length: 6 }, () => new Array<number>(6).fill(500))
  const codes = (letter: string) => Array.from({ length: 6 }, (_, at) => `${letter}${at}`)
  const problem = problemOf({ mentees: codes('N'), mentors: codes('M'), capacity: new Array<number>(6).fill(1), scores })
  const base = assign(problem).mentorOf
  for (const mentee of base.keys()) {
    const other = base[(mentee + 1) % 6]!
    assert.equal(costOf(problem, 'best', base, { together: [[mentee, other]] }).moves.length, 2)
  }
})

test('Giving, swapping and parting are each weighed; whoever moves besides the two is named.', () => {
  const mentors = [mentor('A', { field: 'F', country: 'IT' }), mentor('B', { field: 'G', country: 'FR' })]
  const mentees = [mentee('N', { field: 'F', country: 'IT' }), mentee('O', { field: 'G', country: 'FR' })]
  const { others, apart } = optionsFor({ mentees, mentors, rules: everythingCounts, apart: [] }, 'N', 12)
  const [other] = others
  assert.deepEqual([others.length, other?.mentor, other?.holder, other?.canSwap], [1, 'B', 'O', true])
  assert.deepEqual([other?.give?.points, other?.give?.lost, other?.give?.movers], [2000, 0, [{ mentee: 'O', after: 'A' }]])
  assert.deepEqual([other?.swap?.points, other?.swap?.movers], [2000, []])
  assert.deepEqual(apart?.movers, [
    { mentee: 'N', after: 'B' },
    { mentee: 'O', after: 'A' },
  ])
})

test('A mentor whose places are all decided is no option; one who is alone in the crowd has none.', () => {
  const mentors = [mentor('A'), mentor('B')]
  const crowd = { mentees: [mentee('N'), mentee('O')], mentors, rules: everythingCounts, apart: [], pins: [{ mentee: 'O', mentor: 'B' }] }
  assert.deepEqual(optionsFor(crowd, 'N', 12).others, [])
  assert.deepEqual(optionsFor(crowd, 'nobody', 12), { others: [], apart: null })
})

test('Parting the one pair that reaches a floor is weighed too: then nobody is matched.', () => {
  const mentors = [mentor('A', { field: 'F' }), mentor('B', { field: 'G' })]
  const crowd = { mentees: [mentee('N', { field: 'F' })], mentors, rules: everythingCounts, apart: [], floor: 1000 }
  const { apart } = optionsFor(crowd, 'N', 12)
  assert.deepEqual([apart?.lost, apart?.movers], [1, [{ mentee: 'N', after: null }]])
})

test('A pin that a later must-not has overtaken is not weighed, and stops no page.', () => {
  const crowd = {
    mentees: [mentee('N'), mentee('O')],
    mentors: [mentor('A'), mentor('B')],
    rules: everythingCounts,
    apart: [{ one: 'N', other: 'A', why: 'mustNot' as const }],
    pins: [{ mentee: 'N', mentor: 'A' }],
  }
  assert.deepEqual(
    optionsFor(crowd, 'O', 12).others.map((other) => other.mentor),
    ['B'],
  )
})
