import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mentorIn, worthIn } from '#scores/packed'
import { bestWhole } from './best-whole.ts'
import { bestByLooking, problemOf, type Table, tables } from './crowd.testing.ts'
import { type LiveWhole, liveWhole } from './live-whole.ts'
import { type Move, menteeLeaves, menteeReturns, mentorPauses, mentorReturns } from './rematch.ts'

/** Turns one person: who is there goes, who is away comes; a mentor with as many places as the event says. */
type Event = { side: 'mentor' | 'mentee'; who: number; places: number }

const events = fc.array(fc.record({ side: fc.constantFrom('mentor', 'mentee'), who: fc.nat(7), places: fc.nat(4) }), { maxLength: 8 })

/** What happened, kept apart from the whole: who is there, and with how many places. */
type There = { isIn: boolean[]; places: number[] }

const thereAtFirst = (table: Table): There => ({ isIn: table.mentees.map(() => true), places: [...table.capacity] })

/** Answers the moves, or null where the table has no such person. */
function happen(live: LiveWhole, there: There, { side, who, places }: Event): readonly Move[] | null {
  if (side === 'mentee') {
    if (who >= there.isIn.length) return null
    there.isIn[who] = !there.isIn[who]
    return there.isIn[who] ? menteeReturns(live, who) : menteeLeaves(live, who)
  }
  if (who >= there.places.length) return null
  const isPaused = there.places[who] === 0
  there.places[who] = isPaused ? places : 0
  return isPaused ? mentorReturns(live, who, places) : mentorPauses(live, who)
}

const tableNow = (table: Table, { isIn, places }: There): Table => ({
  ...table,
  capacity: places,
  scores: table.scores.map((row, i) => (isIn[i] ? row : row.map(() => null))),
})

const movesBetween = (before: Int32Array, after: Int32Array): Move[] =>
  Array.from(before, (mentor, i): Move => [i, mentor, after[i]!]).filter(([, from, to]) => from !== to)

test('Whoever comes and goes, the whole is as good as one from scratch, and the moves told are all there were.', () => {
  fc.assert(
    fc.property(tables(8), events, (table, sequence) => {
      const rows = problemOf(table)
      const live = liveWhole(rows, bestWhole(rows))
      const there = thereAtFirst(table)
      for (const event of sequence) {
        const before = live.mentorOf.slice()
        const moves = happen(live, there, event)
        assert.deepEqual(moves ?? [], movesBetween(before, live.mentorOf))
        assertSumsHold(live, tableNow(table, there))
        assertPricesProveIt(live, there)
        const scratch = bestWhole(problemOf(tableNow(table, there)))
        assert.deepEqual([live.matched, live.total], [scratch.matched, scratch.total])
      }
    }),
    { numRuns: 10_000 },
  )
})

/** What stands is a whole: everybody with a mentor they may meet, nobody with more than their places, and the sums are its own. */
function assertSumsHold({ mentorOf, matched, total }: LiveWhole, { scores, capacity }: Table): void {
  const pairs = [...mentorOf.entries()].filter(([, j]) => j >= 0)
  const worth = pairs.map(([i, j]) => scores[i]![j])
  assert.ok(
    worth.every((score) => typeof score === 'number'),
    'a pair that may not meet',
  )
  for (const [j, places] of capacity.entries()) assert.ok(pairs.filter(([, mentor]) => mentor === j).length <= places, 'too many')
  assert.deepEqual([matched, total], [pairs.length, worth.reduce((sum: number, score) => sum + score!, 0)])
}

/** No pair of people who are there counts for more than gain and price, a chosen one for just that; what is left over is worth nothing. */
function assertPricesProveIt({ rows, match, mentorOf, gain, price, taken }: LiveWhole, { isIn, places }: There): void {
  for (const [j, least] of price.entries()) assert.ok(taken[j]! < places[j]! ? least === 0 : least >= 0, 'a free place with a price')
  for (let i = 0; i < rows.n; i++) {
    if (!isIn[i]) continue
    assert.ok(mentorOf[i] === -1 ? gain[i] === 0 : gain[i]! >= 0, 'somebody who waits and gains')
    for (const pair of rows.pair.subarray(rows.rowStart[i]!, rows.rowStart[i + 1]!)) {
      const spare = gain[i]! + price[mentorIn(pair)]! - match - worthIn(pair)
      assert.ok(mentorOf[i] === mentorIn(pair) ? spare === 0 : spare >= 0, 'a pair that the prices do not hold')
    }
  }
}

test('When one mentee or one place comes or goes, no best whole moves fewer people.', () => {
  const oneEach = (table: Table): Table => ({ ...table, capacity: table.capacity.map((places) => Math.min(places, 1)) })
  fc.assert(
    fc.property(tables(5).map(oneEach), events, (table, sequence) => {
      const rows = problemOf(table)
      const live = liveWhole(rows, bestWhole(rows))
      const there = thereAtFirst(table)
      for (const event of sequence) {
        const standing = live.mentorOf.slice()
        happen(live, there, { ...event, places: 1 })
        const best = bestByLooking(problemOf(tableNow(table, there), { standing }))
        const kept = standing.filter((mentor, i) => mentor >= 0 && mentor === live.mentorOf[i]).length
        assert.equal(kept, best.kept)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('In a crowd of 200 and 60, a mentor who pauses moves their own mentees and a few more; from scratch it would be many.', () => {
  const table = crowdOf(200, 60, 4)
  const rows = problemOf(table)
  const live = liveWhole(rows, bestWhole(rows))
  let [moved, own, movedFromScratch] = [0, 0, 0]
  for (let mentor = 0; mentor < 60; mentor++) {
    const before = live.mentorOf.slice()
    own += before.filter((j) => j === mentor).length
    moved += mentorPauses(live, mentor).length
    const places = table.capacity.map((count, j) => (j === mentor ? 0 : count))
    movedFromScratch += movesBetween(before, bestWhole(problemOf({ ...table, capacity: places })).mentorOf).length
    mentorReturns(live, mentor, table.capacity[mentor]!)
  }
  assert.ok(own > 0 && moved >= own && moved * 4 < movedFromScratch, `${own} had to, ${moved} moved, ${movedFromScratch} from scratch`)
})

/** Scores in bands of 250, as four yes/no questions would give; every third pair may not meet. */
function crowdOf(n: number, m: number, capacity: number): Table {
  const digit = (i: number, j: number) => Math.imul(Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(j + 1, 0x85ebca6b), 0xc2b2ae35) >>> 16
  const scoreOf = (i: number, j: number) => (digit(i, j) % 3 === 0 ? null : 250 * (digit(j + n, i) % 5))
  return {
    mentees: Array.from({ length: n }, (_, i) => `N${i}`),
    mentors: Array.from({ length: m }, (_, j) => `M${j}`),
    capacity: Array.from({ length: m }, () => capacity),
    scores: Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => scoreOf(i, j))),
  }
}

test('One more matched outranks all that it costs: four give up a thousand points each for a fifth.', () => {
  const scoreOf = (i: number, j: number) => (j === i && i < 4 ? 1000 : j === (i + 1) % 5 ? 0 : null)
  const scores = Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (_, j) => scoreOf(i, j)))
  const people = (letter: string) => scores.map((_, at) => `${letter}${at}`)
  const rows = problemOf({ mentees: people('N'), mentors: people('M'), capacity: [0, 0, 0, 0, 0], scores })
  const live = liveWhole(rows, bestWhole(rows))
  for (const mentor of [0, 1, 2, 3]) mentorReturns(live, mentor, 1)
  assert.deepEqual([live.matched, live.total], [4, 4000])
  assert.equal(mentorReturns(live, 4, 1).length, 5)
  assert.deepEqual([live.matched, live.total], [5, 0])
  assert.equal(menteeLeaves(live, 4).length, 5)
  assert.deepEqual([live.matched, live.total], [4, 4000])
})

test('Who is not there cannot go, and who is there cannot come.', () => {
  const rows = problemOf({ mentees: ['N'], mentors: ['M'], capacity: [1], scores: [[500]] })
  const live = liveWhole(rows, bestWhole(rows))
  assert.throws(() => mentorReturns(live, 0, 1))
  assert.throws(() => menteeReturns(live, 0))
  assert.deepEqual(mentorPauses(live, 0), [[0, 0, -1]])
  assert.deepEqual(menteeLeaves(live, 0), [])
  assert.throws(() => mentorPauses(live, 0))
  assert.throws(() => menteeLeaves(live, 0))
  assert.deepEqual(mentorReturns(live, 0, 1), [])
  assert.deepEqual(menteeReturns(live, 0), [[0, -1, 0]])
})

test('Prices far below nothing, which a part with as many mentees as places may have, change nothing.', () => {
  const table = {
    mentees: ['N0', 'N1'],
    mentors: ['M0', 'M1'],
    capacity: [1, 1],
    scores: [
      [1000, 0],
      [900, 100],
    ],
  }
  const rows = problemOf(table)
  const whole = bestWhole(rows)
  const far = 1_000_000
  const shifted = {
    ...whole,
    mentorPrice: whole.mentorPrice.map((price) => price + far),
    menteePrice: whole.menteePrice.map((price) => price - far),
  }
  const live = liveWhole(rows, shifted)
  assert.deepEqual(
    mentorPauses(live, 0).map(([mentee]) => mentee),
    [0],
  )
  assert.deepEqual([live.matched, live.total], [1, 100])
  mentorReturns(live, 0, 2)
  assert.deepEqual([live.matched, live.total], [2, 1900])
})
