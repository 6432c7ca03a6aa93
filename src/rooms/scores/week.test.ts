import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bitsInCommon, weekOf } from './week.ts'

const winter = Temporal.Instant.from('2030-01-07T00:00:00Z')
const summer = Temporal.Instant.from('2030-07-01T00:00:00Z')
const all = new Int32Array(21).fill(-1)

function quartersOf(spans: Parameters<typeof weekOf>[0], zone: string, at = winter): number[] {
  const week = weekOf(spans, zone, at)
  return Array.from({ length: 672 }, (_, bit) => bit).filter((bit) => (week[bit >> 5]! >>> (bit & 31)) & 1)
}

test('Half past nine in Kabul on Monday is five in UTC.', () => {
  assert.deepEqual(quartersOf([{ day: 1, from: 570, to: 600 }], 'Asia/Kabul'), [20, 21])
})

test('Monday morning east of us is Sunday night in UTC, and Sunday night west of us Monday morning.', () => {
  assert.deepEqual(quartersOf([{ day: 1, from: 0, to: 15 }], 'Asia/Kabul'), [672 - 18])
  assert.deepEqual(quartersOf([{ day: 7, from: 23 * 60 + 45, to: 24 * 60 }], 'America/New_York'), [19])
})

test('Kathmandu stands three quarters off the hour, and loses nothing by it.', () => {
  assert.equal(quartersOf([{ day: 3, from: 540, to: 600 }], 'Asia/Kathmandu').length, 4)
})

test('Rome moves with the summer.', () => {
  const nine = [{ day: 2, from: 540, to: 555 }] as const
  assert.equal(quartersOf([...nine], 'Europe/Rome', winter)[0]! - quartersOf([...nine], 'Europe/Rome', summer)[0]!, 4)
})

test('A quarter counts when it is free from end to end.', () => {
  assert.deepEqual(quartersOf([{ day: 1, from: 1, to: 29 }], 'UTC'), [])
  assert.deepEqual(quartersOf([{ day: 1, from: 10, to: 31 }], 'UTC'), [1])
})

test('A whole week has 672 quarters, all in common with itself.', () => {
  const days = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, from: 0, to: 1440 }))
  assert.equal(bitsInCommon(weekOf(days, 'Asia/Kabul', winter), all), 672)
})
