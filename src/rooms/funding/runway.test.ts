import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Course, hundredthsIn, runwayOf } from './runway.ts'

const afghani = (amount: number) => BigInt(amount) * 100n
const day = (text: string) => Temporal.PlainDate.from(text)
const pilot = (donor: number, chamber: number, clients: number, facts: Partial<Course> = {}): Course => ({
  purses: [
    { funder: 'donor', available: afghani(donor), basisPoints: 7_000 },
    { funder: 'chamber', available: afghani(chamber), basisPoints: 2_000 },
    { funder: 'clients', available: afghani(clients), basisPoints: 1_000 },
  ],
  ...{ perHour: afghani(1_200), stepMinutes: 15, quantum: 100n, paceMinutes: 0n, today: day('2026-06-01'), endsOn: day('2026-12-31') },
  ...facts,
})
const hours = (course: Course) => course.purses.map((purse) => Number(hundredthsIn(purse, course.perHour)) / 100)

test('The pilot’s bank has 337.5 hours, and the donor’s money is the first to be empty.', () => {
  const course = pilot(283_600, 100_000, 64_800)
  assert.deepEqual(hours(course), [337.62, 416.67, 540])
  const { minutes, binds } = runwayOf(course)
  assert.deepEqual([minutes, binds], [20_250n, ['donor']])
})

test('After the second tranche and the whole pledge it has 540 hours.', () => {
  const course = pilot(488_200, 129_600, 64_800)
  assert.deepEqual(hours(course), [581.19, 540, 540])
  const { minutes, binds } = runwayOf(course)
  assert.deepEqual([minutes, binds], [32_400n, ['chamber', 'clients']])
})

test('A chamber that gives half of its part in kind stops the whole bank at 270 hours.', () => {
  assert.equal(runwayOf(pilot(488_200, 64_800, 64_800)).minutes, 16_200n)
})

test('At 80 hours in eight weeks the bank runs dry on its day, and each is told what they would have to pay to go on.', () => {
  const { dryOn, purses, minutesToEnd } = runwayOf(pilot(283_600, 100_000, 64_800, { paceMinutes: 4_800n }))
  assert.equal(String(dryOn), '2027-01-23')
  assert.equal(minutesToEnd, 18_258n)
  assert.deepEqual(
    purses.map(({ toGoOn }) => toGoOn),
    [0n, 0n, 0n],
  )
  const faster = runwayOf(pilot(283_600, 100_000, 64_800, { paceMinutes: 9_600n }))
  assert.equal(String(faster.dryOn), '2026-09-27')
  assert.equal(faster.minutesToEnd, 36_515n)
  assert.deepEqual(
    faster.purses.map(({ toGoOn }) => toGoOn),
    [afghani(511_210 - 283_600), afghani(146_060 - 100_000), afghani(73_030 - 64_800)],
  )
})

test('Without a pace, or after the end, no day is named and nobody is asked for more.', () => {
  const still = runwayOf(pilot(283_600, 100_000, 64_800))
  assert.deepEqual([still.dryOn, still.minutesToEnd, still.purses[0]?.toGoOn], [null, null, null])
  const over = runwayOf(pilot(1, 1, 1, { paceMinutes: 9_600n, endsOn: day('2026-06-01') }))
  assert.deepEqual([over.minutes, over.minutesToEnd], [0n, null])
})

test('Money that is owed, or none, buys no hours and breaks nothing.', () => {
  const { minutes, dryOn } = runwayOf(pilot(-500, 100_000, 64_800, { paceMinutes: 60n }))
  assert.deepEqual([minutes, String(dryOn)], [0n, '2026-06-01'])
  assert.equal(runwayOf(pilot(0, 0, 0, { purses: [] })).minutes, 0n)
})
