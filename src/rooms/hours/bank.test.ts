import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { billableMinutes, costOf, cutAtBands } from './bank.ts'

const afghani = (amount: number) => BigInt(amount) * 100n
const quantum = 100n

test('Minutes are paid for to the nearest quarter of an hour, half up, and a quarter at least; where nobody met, none.', () => {
  const steps = { stepMinutes: 15, minutesMin: 15 }
  const asked = [7, 22, 23, 50, 53, 68, 1, 15, 0, -3]
  assert.deepEqual(
    asked.map((actual) => billableMinutes(steps, actual)),
    [15, 15, 30, 45, 60, 75, 15, 15, 0, 0],
  )
  assert.equal(billableMinutes({ stepMinutes: 1, minutesMin: 30 }, 29), 30)
  assert.equal(billableMinutes({ stepMinutes: 10, minutesMin: 10 }, 25), 30)
})

test('Minutes cost their part of the hour, half up to the quantum.', () => {
  const atPilot = (minutes: number) => costOf(afghani(1_200), minutes, quantum)
  assert.deepEqual([15, 45, 60, 75].map(atPilot), [afghani(300), afghani(900), afghani(1_200), afghani(1_500)])
  assert.equal(costOf(afghani(1_250), 45, quantum), afghani(938))
  assert.equal(costOf(afghani(1_250), 45, 1n), 93_750n)
  assert.equal(costOf(2n ** 53n + 1n, 60, 1n), 2n ** 53n + 1n)
})

const fall = [
  { id: 'first', fromMinutes: 0, basisPoints: [70n, 20n, 10n] },
  { id: 'second', fromMinutes: 600, basisPoints: [50n, 20n, 30n] },
  { id: 'third', fromMinutes: 960, basisPoints: [25n, 15n, 60n] },
]
const bands = fall.map((band) => ({ ...band, shares: [] }))
const pilot = { perHour: afghani(1_200), quantum }

test('Twenty hours of a falling subsidy: 8,400/2,400/1,200, then 3,600/1,440/2,160, then 1,200/720/2,880; 13,200/4,560/6,240 in all.', () => {
  const pieces = cutAtBands(bands, 0, 1_200, pilot)
  const lines = pieces.map(({ cost }, at) => fall[at]?.basisPoints.map((part) => (cost * part) / 100n / quantum))
  assert.deepEqual(lines, [
    [8_400n, 2_400n, 1_200n],
    [3_600n, 1_440n, 2_160n],
    [1_200n, 720n, 2_880n],
  ])
  assert.deepEqual(
    [0, 1, 2].map((at) => lines.reduce((sum, line) => sum + (line?.[at] ?? 0n), 0n)),
    [13_200n, 4_560n, 6_240n],
  )
})

test('A meeting across a tier is cut at its minute, in whatever order the tiers are told.', () => {
  const cut = [
    { band: 'first', minutes: 20, cost: afghani(400) },
    { band: 'second', minutes: 55, cost: afghani(1_100) },
  ]
  assert.deepEqual(cutAtBands(bands, 580, 75, pilot), cut)
  assert.deepEqual(cutAtBands(bands.toReversed(), 580, 75, pilot), cut)
  assert.deepEqual(cutAtBands(bands, 600, 15, pilot), [{ band: 'second', minutes: 15, cost: afghani(300) }])
})

test('The pieces of a meeting cost together what the meeting costs, and last as long.', () => {
  const asked = [fc.nat(1_400), fc.integer({ min: 1, max: 480 }), fc.bigInt(1n, 10n ** 7n), fc.constantFrom(1n, 100n)] as const
  fc.assert(
    fc.property(...asked, (used, minutes, perHour, smallest) => {
      const pieces = cutAtBands(bands, used, minutes, { perHour, quantum: smallest })
      assert.equal(
        pieces.reduce((sum, { cost }) => sum + cost, 0n),
        costOf(perHour, minutes, smallest),
      )
      assert.equal(
        pieces.reduce((sum, piece) => sum + piece.minutes, 0),
        minutes,
      )
      for (const piece of pieces) assert.ok(piece.minutes > 0 && piece.cost >= 0n)
    }),
  )
})
