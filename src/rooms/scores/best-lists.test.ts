import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { everythingCounts } from '#programmes/rules'
import { anyCrowd } from './any-crowd.testing.ts'
import { bestLists } from './best-lists.ts'
import { mentorIn, type PackedRows, worthIn } from './packed.ts'
import { mentee, mentor } from './people.testing.ts'
import { type Crowd, forbidden, scoreCrowd } from './score.ts'

type Listed = { mentor: string; score: number }

function listsOf(crowd: Crowd, best: number): Map<string, Listed[]> {
  const { mentees, mentors } = scoreCrowd({ ...crowd, rules: everythingCounts })
  const rows = bestLists(crowd, best)
  assert.deepEqual([rows.n, rows.m], [mentees.length, mentors.length])
  return new Map(
    mentees.map(({ code }, i) => [code, rowOf(rows, i).map((pair) => ({ mentor: mentors[mentorIn(pair)]!.code, score: worthIn(pair) }))]),
  )
}

const rowOf = ({ rowStart, pair }: PackedRows, i: number) => Array.from(pair.subarray(rowStart[i], rowStart[i + 1]))

/** The lists by scoring every pair. */
function checkLists(crowd: Crowd, best: number): void {
  const { mentees, mentors, scores } = scoreCrowd(crowd)
  const rows = bestLists(crowd, best)
  assert.deepEqual(
    Array.from(rows.capacity),
    mentors.map(({ capacity }) => capacity),
  )
  for (const i of mentees.keys()) {
    const row = rowOf(rows, i)
    assert.deepEqual(
      row,
      row.toSorted((a, b) => a - b),
    )
    const open = mentors.keys().filter((j) => mentors[j]!.capacity > 0 && scores[i * mentors.length + j] !== forbidden)
    const all = Array.from(open, (j) => scores[i * mentors.length + j]!).sort((a, b) => b - a)
    assert.deepEqual(row.map(worthIn), all.slice(0, best))
    for (const pair of row) assert.equal(scores[i * mentors.length + mentorIn(pair)], worthIn(pair))
    assert.equal(new Set(row.map(mentorIn)).size, row.length)
    assert.ok(row.every((pair) => mentors[mentorIn(pair)]!.capacity > 0))
  }
}

test('Lists hold the best scores that scoring every pair finds, whatever is known, wanted and forbidden.', () => {
  fc.assert(
    fc.property(anyCrowd(8, 40), fc.integer({ min: 1, max: 12 }), (crowd, best) => checkLists(crowd, best)),
    { numRuns: 300 },
  )
})

test('Lists of a crowd with many segments hold the best scores too.', () => {
  fc.assert(
    fc.property(anyCrowd(6, 700, 500), (crowd) => checkLists(crowd, 10)),
    { numRuns: 15, endOnFailure: true },
  )
})

test('A criterion of too many values for a table is asked pair by pair, and lists are the same.', () => {
  const everybody = <T>(side: (code: string, profile: { unit: string; field: string }) => T, code: string, count: number) =>
    Array.from({ length: count }, (_, at) => side(`${code}${at}`, { unit: `U${at}`, field: `F${at % 7}` }))
  const { hard } = everythingCounts
  const crowd: Crowd = {
    mentees: everybody(mentee, 'N', 1_010),
    mentors: everybody(mentor, 'M', 1_000),
    rules: {
      ...everythingCounts,
      hard: { ...hard, sameUnit: 'forbidden' },
      preferences: { ...everythingCounts.preferences, unit: 'alike' },
    },
    apart: [],
  }
  checkLists(crowd, 200)
})

test('The order of the people changes nothing.', () => {
  fc.assert(
    fc.property(anyCrowd(6, 30), (crowd) => {
      const turned = { ...crowd, mentees: crowd.mentees.toReversed(), mentors: crowd.mentors.toReversed() }
      assert.deepEqual(listsOf(turned, 5), listsOf(crowd, 5))
    }),
  )
})

test('A mentor without a place is in no list.', () => {
  const crowd: Crowd = {
    mentees: [mentee('N1', { wantsHelpWith: ['a'] })],
    mentors: [mentor('M1', { canHelpWith: ['a'] }, { capacity: 0 }), mentor('M2', { canHelpWith: ['b'] })],
    rules: everythingCounts,
    apart: [],
  }
  assert.deepEqual(listsOf(crowd, 3).get('N1'), [{ mentor: 'M2', score: 0 }])
})

test('Where all mentors are equally good, mentees get different ones, and the same ones each time.', () => {
  const crowd: Crowd = {
    mentees: Array.from({ length: 200 }, (_, at) => mentee(`N${at}`)),
    mentors: Array.from({ length: 400 }, (_, at) => mentor(`M${at}`)),
    rules: everythingCounts,
    apart: [],
  }
  const lists = listsOf(crowd, 4)
  const listed = Array.from(lists.values()).flatMap((list) => list.map(({ mentor }) => mentor))
  assert.ok(new Set(listed).size > 320, `${new Set(listed).size}`)
  assert.deepEqual(listsOf(crowd, 4), lists)
})

test('Nobody on one side, or nobody at all, gives empty lists.', () => {
  const nobody: Crowd = { mentees: [], mentors: [], rules: everythingCounts, apart: [] }
  assert.deepEqual(Array.from(bestLists(nobody, 5).rowStart), [0])
  assert.deepEqual(Array.from(bestLists({ ...nobody, mentees: [mentee('N1')] }, 5).rowStart), [0, 0])
  assert.equal(bestLists({ ...nobody, mentors: [mentor('M1')] }, 5).n, 0)
})
