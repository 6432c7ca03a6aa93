import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quarterOf, quartersBetween } from './quarter.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('A quarter is three months, from its first day to its last.', () => {
  const { name, from, to } = quarterOf(day('2026-05-17'))
  assert.deepEqual([name, String(from), String(to)], ['2026-2', '2026-04-01', '2026-06-30'])
  assert.equal(quarterOf(day('2026-12-31')).name, '2026-4')
})

test('Quarters are listed from the one of the last day back to the one of the first.', () => {
  assert.deepEqual(
    quartersBetween(day('2026-03-31'), day('2026-11-23')).map(({ name }) => name),
    ['2026-4', '2026-3', '2026-2', '2026-1'],
  )
})
