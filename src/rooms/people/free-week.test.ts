import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { languages } from '#ground/words'
import { blocksOf, dayPartNames, days, hoursBeside, hoursIn, tidySpans, weekOf } from './free-week.ts'
import type { FreeSpan } from './person.ts'
import { readHours } from './read-hours.ts'

const span = fc
  .record({ day: fc.constantFrom(...days), from: fc.integer({ min: 0, max: 1_400 }), long: fc.integer({ min: 1, max: 600 }) })
  .map(({ day, from, long }): FreeSpan => ({ day, from, to: Math.min(1_440, from + long) }))

test('Boxes and the hours beside them are the same week again, nothing lost and nothing added.', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const week = weekOf(blocksOf(spans), hoursBeside(spans)) ?? []
      assert.deepEqual(week, tidySpans(spans))
    }),
  )
})

test('Every tick is kept as its hours, and read back as the same tick.', () => {
  const all = days.flatMap((day) => dayPartNames.map((part) => ({ day, part })))
  fc.assert(
    fc.property(fc.subarray(all), (blocks) => {
      const week = weekOf(blocks, [])
      assert.deepEqual(blocksOf(week ?? []), blocks)
      assert.deepEqual(hoursBeside(week ?? []), [])
    }),
  )
  assert.equal(weekOf([], []), null)
})

test('Half a morning ticks no box and stays beside.', () => {
  const half: FreeSpan = { day: 2, from: 540, to: 720 }
  assert.deepEqual([blocksOf([half]), hoursBeside([half])], [[], [half]])
  for (const language of languages) assert.deepEqual(readHours(hoursIn(language, [half])), [half])
})
