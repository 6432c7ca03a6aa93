import ICAL from 'ical.js'
import { icalTime } from './ics-times.ts'
import { refuse } from './refusal.ts'

/** A rule of recurrence as jCal has it. */
export type Rule = Readonly<Record<string, unknown>>

/** What is left of the steps that all rules of a calendar may take together. */
export type Steps = { left: number }

export const ruleLimits = { stepsMax: 500_000, stepsOfOneMax: 50_000 } as const

const secondMs = 1_000
const dayMs = 86_400_000
const stepMs: Readonly<Record<string, number>> = {
  SECONDLY: secondMs,
  MINUTELY: 60 * secondMs,
  HOURLY: 3_600 * secondMs,
  DAILY: dayMs,
  WEEKLY: 7 * dayMs,
}

/**
 * The times on the wall at which a rule comes, its first one included, as far as they lie from `from` up to `until`.
 * Refuses `feeds.tooMany` when it takes too many steps to tell.
 */
export function* timesOfRule(rule: Rule, first: number, { from, until }: { from: number; until: number }, steps: Steps): Generator<number> {
  const { until: _last, ...endless } = rule
  const start = nearStart(rule, first, from)
  const iterator = ICAL.Recur.fromData(endless as never).iterator(icalTime(start))
  for (let taken = 0; ; taken += 1) {
    steps.left -= 1
    if (taken > ruleLimits.stepsOfOneMax || steps.left < 0) refuse('feeds.tooMany')
    const next = iterator.next()
    if (next === null || next === undefined) return
    const wall = Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute, next.second)
    if (wall >= until) return
    if (wall >= from) yield wall
  }
}

/** Years of mornings are not gone through where nothing counts them: the rule begins anew, whole steps later, just before what is asked. */
function nearStart(rule: Rule, first: number, from: number): number {
  const one = stepMs[String(rule.freq)]
  const interval = Number(rule.interval ?? 1)
  if (one === undefined || 'count' in rule || !Number.isInteger(interval) || interval < 1) return first
  const length = one * interval
  return first + Math.max(0, Math.floor((from - first) / length) - 1) * length
}
