import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { everythingCounts } from '#programmes/rules'
import { anyCrowd } from './any-crowd.testing.ts'
import { bestListsFor } from './best-lists.ts'
import { mentorIn, type PackedRows, packed, worthIn } from './packed.ts'
import { mentee, mentor } from './people.testing.ts'
import { addViolators, type PricedOut } from './price-out.ts'
import { type Crowd, forbidden, scoreCrowd } from './score.ts'
import { scorerOf } from './scorer.ts'

const rowOf = ({ rowStart, pair }: PackedRows, i: number) => Array.from(pair.subarray(rowStart[i], rowStart[i + 1]))

type Given = { crowd: Crowd; menteePrice: number[]; mentorPrice: number[]; best: number; most: number; isWhole: boolean }

const given: fc.Arbitrary<Given> = fc
  .tuple(anyCrowd(8, 60), fc.constantFrom(100, 500, 900), fc.boolean())
  .chain(([crowd, dear, isWhole]) => {
    const price = isWhole ? fc.integer({ min: 0, max: dear }) : fc.double({ min: 0, max: dear, noNaN: true })
    const prices = (people: readonly unknown[]) => fc.array(price, { minLength: people.length, maxLength: people.length })
    return fc.record({
      crowd: fc.constant(crowd),
      menteePrice: prices(crowd.mentees),
      mentorPrice: prices(crowd.mentors),
      best: fc.integer({ min: 1, max: 8 }),
      most: fc.integer({ min: 1, max: 6 }),
      isWhole: fc.constant(isWhole),
    })
  })

/** Every violator outside the rows by looking at every pair, the worst first. */
function violatorsOf({ crowd, menteePrice, mentorPrice }: Given, rows: PackedRows, i: number): { by: number; pair: number }[] {
  const { mentors, scores } = scoreCrowd(crowd)
  const listed = new Set(rowOf(rows, i).map(mentorIn))
  return mentors
    .flatMap(({ capacity }, j) => {
      const score = scores[i * mentors.length + j]!
      const isOver = score !== forbidden && score > menteePrice[i]! + mentorPrice[j]!
      return capacity > 0 && !listed.has(j) && isOver ? [{ by: score - menteePrice[i]! - mentorPrice[j]!, pair: packed(score, j) }] : []
    })
    .sort((a, b) => b.by - a.by)
}

function pricedOut(given: Given, rows: PackedRows): PricedOut {
  const prices = (list: number[]) => (given.isWhole ? Int32Array.from(list) : Float64Array.from(list))
  const { crowd, menteePrice, mentorPrice, most, best } = given
  return addViolators(scorerOf(crowd), rows, prices(menteePrice), prices(mentorPrice), most, best)
}

test('All violators outside the lists are counted, and the worst of each mentee added in order.', () => {
  fc.assert(
    fc.property(given, (given) => {
      const scorer = scorerOf(given.crowd)
      const lists = bestListsFor(scorer, given.best, 0, scorer.mentees.length)
      const { rows, found } = pricedOut(given, lists)
      let all = 0
      for (const i of scorer.mentees.keys()) {
        const violators = violatorsOf(given, lists, i)
        all += violators.length
        const before = new Set(rowOf(lists, i))
        const row = rowOf(rows, i)
        const added = row.filter((pair) => !before.has(pair))
        assert.equal(row.length, before.size + added.length)
        assert.deepEqual(
          row,
          row.toSorted((a, b) => a - b),
        )
        const byOf = new Map(violators.map(({ by, pair }) => [pair, by]))
        assert.deepEqual(
          added.map((pair) => byOf.get(pair)!).sort((a, b) => b - a),
          violators.slice(0, given.most).map(({ by }) => by),
        )
      }
      assert.equal(found, all)
    }),
    { numRuns: 300 },
  )
})

test('Round after round finds what is left and no more, and lists with violators in them certify nothing that is not so.', () => {
  fc.assert(
    fc.property(given, fc.infiniteStream(fc.integer({ min: 0, max: 300 })), (given, cheaper) => {
      const scorer = scorerOf(given.crowd)
      let rows = bestListsFor(scorer, given.best, 0, scorer.mentees.length)
      for (let round = 0; round < 3; round++) {
        const left = scorer.mentees.keys().reduce((sum, i) => sum + violatorsOf(given, rows, i).length, 0)
        const out = pricedOut(given, rows)
        assert.equal(out.found, left)
        rows = out.rows
        const lower = (price: number) => Math.max(0, price - cheaper.next().value!)
        given = { ...given, menteePrice: given.menteePrice.map(lower), mentorPrice: given.mentorPrice.map(lower) }
      }
    }),
  )
})

/** Three mentors with whom one mentee scores 900, 600 and 500, by topics alone. */
function threeMentors(): Crowd {
  const asked = Array.from({ length: 10 }, (_, at) => `t${at}`)
  const offering = (code: string, count: number) => mentor(code, { canHelpWith: asked.slice(0, count) })
  return {
    mentees: [mentee('N1', { wantsHelpWith: asked })],
    mentors: [offering('M1', 9), offering('M2', 6), offering('M3', 5)],
    rules: everythingCounts,
    apart: [],
  }
}

test('A pair a single point above its two prices is found, and one at its prices is not.', () => {
  const scorer = scorerOf(threeMentors())
  const rows = bestListsFor(scorer, 1, 0, 1)
  const foundAt = (own: number) => addViolators(scorer, rows, Int32Array.of(own), Int32Array.of(0, 200, 200), 5, 1).found
  assert.deepEqual([foundAt(400), foundAt(399), foundAt(300), foundAt(299)], [0, 1, 1, 2])
})

test('A violator in a list does not make the list certify what is better than it.', () => {
  const scorer = scorerOf(threeMentors())
  const priced = (rows: PackedRows, own: number, ...mentorPrice: number[]) =>
    addViolators(scorer, rows, Int32Array.of(own), Int32Array.from(mentorPrice), 5, 1)
  const first = priced(bestListsFor(scorer, 1, 0, 1), 450, 450, 200, 0)
  assert.deepEqual(rowOf(first.rows, 0).map(worthIn), [900, 500])
  const second = priced(first.rows, 500, 400, 50, 0)
  assert.deepEqual(rowOf(second.rows, 0).map(worthIn), [900, 600, 500])
})

test('Where prices are too high for any pair, nothing is found and the rows stay as they are.', () => {
  fc.assert(
    fc.property(given, ({ crowd, best }) => {
      const scorer = scorerOf(crowd)
      const rows = bestListsFor(scorer, best, 0, scorer.mentees.length)
      const high = (people: readonly unknown[]) => new Int32Array(people.length).fill(500)
      assert.deepEqual(addViolators(scorer, rows, high(crowd.mentees), high(crowd.mentors), 5, best), { rows, found: 0 })
    }),
  )
})
