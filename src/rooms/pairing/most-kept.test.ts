import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assign, figuresOf } from './assign.ts'
import { checkCertificate } from './certificate.ts'
import { bestByLooking, problemOf, somePins, type Table, tables } from './crowd.testing.ts'
import { type Problem, pinnedIn, unpinned } from './problem.ts'

const floors = fc.constantFrom('highest' as const, 'none' as const, 300)
const dials = fc.constantFrom('total' as const, 'even' as const)
const dice = fc.infiniteStream(fc.nat(99))

const stoodIn = (table: Table, throws: Iterable<number>) => {
  const standing = new Int32Array(table.mentees.length).fill(-1)
  for (const [mentee, mentor] of somePins(table, throws)) standing[mentee] = mentor
  return standing
}

const keptIn = ({ standing }: Problem, mentorOf: Int32Array) =>
  mentorOf.filter((mentor, mentee) => mentor >= 0 && standing?.[mentee] === mentor).length

function proofOf(problem: Problem) {
  const { mentorOf, ...assignment } = assign(problem)
  const certificate = { ...assignment, mentorOf: unpinned(mentorOf, pinnedIn(problem)) }
  return checkCertificate(assignment.open, certificate, assignment.counts)
}

test('Where standing comes before any total, every small crowd gets the whole that looking at all of them finds, and its proof.', () => {
  fc.assert(
    fc.property(tables(5), floors, dials, dice, dice, (table, floor, dial, throws, others) => {
      const standing = stoodIn(table, throws)
      const problem = problemOf(table, { floor, dial, standing, bonus: Infinity, pins: somePins(table, others) })
      assert.deepEqual([...assign(problem).mentorOf], bestByLooking(problem).mentorOf)
      assert.ok(!('fault' in proofOf(problem)), JSON.stringify(proofOf(problem)))
    }),
    { numRuns: 4_000 },
  )
})

test('No more stand where keeping may cost a thousand points each, and no fewer are matched than without it.', () => {
  fc.assert(
    fc.property(tables(12), dice, (table, throws) => {
      const standing = stoodIn(table, throws)
      const solved = (bonus: Problem['bonus']) => {
        const problem = problemOf(table, { standing, ...(bonus === undefined ? {} : { bonus }) })
        const { mentorOf } = assign(problem)
        return { ...figuresOf(problem, mentorOf), kept: keptIn(problem, mentorOf) }
      }
      const [any, much, none] = [solved(Infinity), solved(1000), solved(0)]
      assert.equal(any.matched, none.matched)
      assert.ok(any.kept >= much.kept)
      if (any.kept === much.kept) assert.equal(any.total, much.total)
      const problem = problemOf(table, { standing, bonus: Infinity })
      assert.ok(!('fault' in proofOf(problem)), JSON.stringify(proofOf(problem)))
    }),
    { numRuns: 2_000 },
  )
})

/** Sima lost her mentor. With Wali, who is free, she has nothing; would Rona give Qais up and each move on, three pairs would gain. */
const chain: Table = {
  mentees: ['Sima', 'Rona', 'Tara'],
  mentors: ['Qais', 'Omid', 'Wali'],
  capacity: [1, 1, 1],
  scores: [
    [1000, null, 0],
    [0, 1000, null],
    [null, 0, 1000],
  ],
}

test('Two pairs that stand stay, though parting them would gain three thousand points; a thousand each would part them.', () => {
  const standing = Int32Array.of(-1, 0, 1)
  const solved = (bonus: Problem['bonus']) => [...assign(problemOf(chain, { standing, bonus: bonus ?? 0 })).mentorOf]
  assert.deepEqual(solved(1000), [0, 1, 2])
  assert.deepEqual(solved(Infinity), [2, 0, 1])
})

test('A standing pair gives way where somebody would be left over by it, and then as few others move as can be.', () => {
  const standing = Int32Array.of(-1, 0, 1)
  const scores = [[10, null, null], ...chain.scores.slice(1)]
  assert.deepEqual([...assign(problemOf({ ...chain, scores }, { standing, bonus: Infinity })).mentorOf], [0, 1, 2])
  const roomy = { ...chain, scores, capacity: [1, 2, 1] }
  assert.deepEqual([...assign(problemOf(roomy, { standing, bonus: Infinity })).mentorOf], [0, 1, 1])
})

test('A proof of what is kept fails where one pair less is kept, whatever it gains.', () => {
  const standing = Int32Array.of(-1, 0, 1)
  const problem = problemOf(chain, { standing, bonus: Infinity })
  const { open, counts, ...certificate } = assign(problem)
  assert.ok(!('fault' in checkCertificate(open, certificate, counts)))
  assert.ok('fault' in checkCertificate(open, { ...certificate, mentorOf: Int32Array.of(0, 1, 2) }, counts))
})

const firstIn = (table: Table, throws: Iterable<number>) => {
  const dice = throws[Symbol.iterator]()
  return Uint8Array.from(table.mentees, () => ((dice.next().value as number) % 3 === 0 ? 1 : 0))
}

test('Where some come first, every small crowd gets the whole that looking at all of them finds, with its proof; no fewer are matched.', () => {
  fc.assert(
    fc.property(tables(5), floors, dials, dice, dice, (table, floor, dial, throws, others) => {
      const problem = problemOf(table, { floor, dial, first: firstIn(table, throws), pins: somePins(table, others) })
      const { mentorOf } = assign(problem)
      assert.deepEqual([...mentorOf], bestByLooking(problem).mentorOf)
      assert.ok(!('fault' in proofOf(problem)), JSON.stringify(proofOf(problem)))
      const { first: _first, ...without } = problem
      assert.equal(figuresOf(problem, mentorOf).matched, figuresOf(problem, assign(without).mentorOf).matched)
    }),
    { numRuns: 4_000 },
  )
})

test('Who waits for another partner is matched before a better score, where places are short.', () => {
  const table = { mentees: ['Rona', 'Sima'], mentors: ['Qais'], capacity: [1], scores: [[1000], [10]] }
  assert.deepEqual([...assign(problemOf(table)).mentorOf], [0, -1])
  assert.deepEqual([...assign(problemOf(table, { first: Uint8Array.from([0, 1]) })).mentorOf], [-1, 0])
})
