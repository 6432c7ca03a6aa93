import { type Span, spansOfBoth } from '#ground/spans'
import { isSecondTime, wallOf } from '#ground/zone'
import type { PersonTime } from './free-spans.ts'
import { dayHours } from './week.ts'

export type Wanted = { minutes: number; max: number }

const minuteMs = 60_000
const quarterMs = 15 * minuteMs
const dayMs = 24 * 60 * minuteMs
const timesADayMax = 2
/** Two times of one day are so far apart, so that who cannot in the morning may be able to in the afternoon. */
const apartMs = 3 * 60 * minuteMs

/**
 * Times that suit everybody, as milliseconds, in order: they begin on a quarter of an hour, on the full or the half hour where one is
 * free, two a day at most (the day of the first person), one on each day before a second on any.
 */
export function commonTimes(people: readonly PersonTime[], { minutes, max }: Wanted): number[] {
  const [first] = people
  if (first === undefined) return []
  const spans = people.slice(1).reduce<Span[]>((both, { free }) => spansOfBoth(both, free), first.free)
  const days = new Map<number, number[]>()
  for (const at of quartersIn(spans, minutes * minuteMs)) {
    if (people.some(({ offsets }) => isSecondTime(offsets, at))) continue
    const day = Math.floor(wallOf(first.offsets, at) / dayMs)
    const kept = days.get(day)
    if (kept) kept.push(at)
    else days.set(day, [at])
  }
  return spread([...days.values()], people, minutes, max)
}

/** Each quarter of an hour at which something so long can begin. */
function quartersIn(spans: readonly Span[], lengthMs: number): number[] {
  const found: number[] = []
  for (const { from, until } of spans) {
    for (let at = Math.ceil(from / quarterMs) * quarterMs; at + lengthMs <= until; at += quarterMs) found.push(at)
  }
  return found
}

/** The best of every day in turn, then a second one. */
function spread(days: readonly number[][], people: readonly PersonTime[], minutes: number, max: number): number[] {
  const chosen: number[] = []
  const ranked = days.map((times) => rank(times, people, minutes))
  for (let nth = 0; nth < timesADayMax; nth += 1) {
    for (const times of ranked) {
      const [best] = times
      const next = nth === 0 ? best : times.find((at) => best !== undefined && Math.abs(at - best) >= apartMs)
      if (next !== undefined && chosen.length < max) chosen.push(next)
    }
  }
  return chosen.toSorted((a, b) => a - b)
}

/** In everybody's day before anybody's night, the rounder on the clocks the better, and the earlier. */
function rank(times: readonly number[], people: readonly PersonTime[], minutes: number): number[] {
  const worthOf = (at: number) =>
    people.reduce((sum, person) => sum + roundness(wallOf(person.offsets, at)) + (isByDay(person, at, minutes) ? 0 : nightWeight), 0)
  return times
    .map((at) => ({ at, worth: worthOf(at) }))
    .toSorted((a, b) => a.worth - b.worth || a.at - b.at)
    .map(({ at }) => at)
}

const nightWeight = 100

/** How round a time looks on the wall: 0 the full hour, 1 the half hour, 3 a quarter. */
export function roundness(wall: number): number {
  const past = (((wall % (4 * quarterMs)) + 4 * quarterMs) % (4 * quarterMs)) / quarterMs
  return past === 0 ? 0 : past === 2 ? 1 : 3
}

/** Whether a meeting lies within the hours in which anybody may be asked. */
export function isByDay({ offsets }: Pick<PersonTime, 'offsets'>, at: number, minutes: number): boolean {
  const minute = (((wallOf(offsets, at) % dayMs) + dayMs) % dayMs) / minuteMs
  return minute >= dayHours.from && minute + minutes <= dayHours.to
}
