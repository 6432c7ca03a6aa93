import type { Span } from '#ground/spans'
import { isSecondTime, wallOf } from '#ground/zone'
import { isByDay, roundness, type Wanted } from './common-times.ts'
import type { PersonTime } from './free-spans.ts'

export type NearestTime = { at: number; suits: string[] }

const minuteMs = 60_000
const quarterMs = 15 * minuteMs
const dayMs = 24 * 60 * minuteMs
const nearestMax = 3

type Candidate = NearestTime & { outside: number; round: number; day: number }

/**
 * Where no time suits everybody, three at most that come near, each on another day: those that suit most people first, then those
 * for which the others' hours must stretch least. Nobody is busy or away then, and it is nobody's night unless they gave it.
 */
export function nearestTimes(people: readonly PersonTime[], within: Span, { minutes }: Pick<Wanted, 'minutes'>): NearestTime[] {
  const candidates = candidatesIn(people, within, minutes * minuteMs).toSorted(
    (a, b) => b.suits.length - a.suits.length || a.outside - b.outside || a.round - b.round || a.at - b.at,
  )
  const days = new Set<number>()
  const nearest: NearestTime[] = []
  for (const { at, suits, day } of candidates) {
    if (nearest.length === nearestMax) break
    if (!days.has(day)) nearest.push({ at, suits })
    days.add(day)
  }
  return nearest.toSorted((a, b) => b.suits.length - a.suits.length || a.at - b.at)
}

function candidatesIn(people: readonly PersonTime[], within: Span, lengthMs: number): Candidate[] {
  const [first] = people
  const found: Candidate[] = []
  if (first === undefined) return found
  const walks = people.map((person) => ({ person, ...walkOf(person) }))
  for (let at = Math.ceil(within.from / quarterMs) * quarterMs; at + lengthMs <= within.until; at += quarterMs) {
    const span = { from: at, until: at + lengthMs }
    const stretches = walks.map(({ person, takenAt, stretchTo }) => {
      if (takenAt(span) || isSecondTime(person.offsets, at)) return Number.POSITIVE_INFINITY
      const stretch = stretchTo(span)
      return stretch === 0 || isByDay(person, at, lengthMs / minuteMs) ? stretch : Number.POSITIVE_INFINITY
    })
    const outside = stretches.reduce((sum, one) => sum + one, 0)
    if (outside === Number.POSITIVE_INFINITY) continue
    found.push({
      at,
      outside,
      suits: people.filter((_person, nth) => stretches[nth] === 0).map(({ person }) => person),
      round: people.reduce((sum, { offsets }) => sum + roundness(wallOf(offsets, at)), 0),
      day: Math.floor(wallOf(first.offsets, at) / dayMs),
    })
  }
  return found
}

/** Looks along somebody's spans for candidates that come in order, so that each span is passed once. */
function walkOf({ hours, taken }: PersonTime) {
  let [nextTaken, nextHours] = [0, 0]
  const takenAt = ({ from, until }: Span) => {
    while ((taken[nextTaken]?.until ?? Number.POSITIVE_INFINITY) <= from) nextTaken += 1
    const next = taken[nextTaken]
    return next !== undefined && next.from < until
  }
  /** By how much hours would have to stretch to hold it, in milliseconds: a day's beyond which nobody asks, where there are none near. */
  const stretchTo = (span: Span) => {
    while ((hours[nextHours]?.until ?? Number.POSITIVE_INFINITY) <= span.from) nextHours += 1
    const near = [hours[nextHours - 1], hours[nextHours], hours[nextHours + 1]].filter((one) => one !== undefined)
    return near.reduce((least, one) => Math.min(least, Math.max(0, one.from - span.from) + Math.max(0, span.until - one.until)), dayMs)
  }
  return { takenAt, stretchTo }
}
