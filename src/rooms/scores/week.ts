import type { FreeSpan } from '#people/person'

/** The quarters of an hour in a week, as bits: 672 in 21 words. Every zone on earth is a whole number of quarters from UTC. */
export type Week = Int32Array

const minutesPerQuarter = 15
const quartersPerDay = 96
const quartersPerWeek = 7 * quartersPerDay
const wordBits = 32
export const weekWords = quartersPerWeek / wordBits
export const quartersPerHour = 4
const nanosecondsPerMinute = 6e10

/**
 * The quarters of the UTC week in which a person is free, at the offset of their zone on the given day. A quarter counts when it is
 * free from end to end.
 */
export function weekOf(spans: readonly FreeSpan[], zone: string, at: Temporal.Instant): Week {
  const week = new Int32Array(weekWords)
  const offset = Math.round(at.toZonedDateTimeISO(zone).offsetNanoseconds / nanosecondsPerMinute / minutesPerQuarter)
  for (const { day, from, to } of spans) {
    const midnight = (day - 1) * quartersPerDay - offset
    for (let quarter = Math.ceil(from / minutesPerQuarter); (quarter + 1) * minutesPerQuarter <= to; quarter++) {
      const bit = (midnight + quarter + 2 * quartersPerWeek) % quartersPerWeek
      week[bit >> 5]! |= 1 << (bit & 31)
    }
  }
  return week
}

/** How many bits two rows of words have in common. */
export function bitsInCommon(a: Int32Array, b: Int32Array): number {
  let count = 0
  for (let word = 0; word < a.length; word++) {
    const both = a[word]! & b[word]!
    if (both !== 0) count += bitsIn(both)
  }
  return count
}

export function bitsIn(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
