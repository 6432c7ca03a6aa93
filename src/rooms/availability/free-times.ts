import assert from 'node:assert/strict'
import type { Db } from '#ground/db'
import { missing } from '#ground/refusal'
import { commonTimes } from './common-times.ts'
import { timeOf } from './free-spans.ts'
import { hoursOf } from './hours-reads.ts'
import { nearestTimes } from './nearest-times.ts'
import { limits } from './week.ts'

/** From when until when, how long, and how many times at most. */
export type FreeTimesAsked = { from: Temporal.Instant; until: Temporal.Instant; minutes: number; max: number }
export type FreeTime = { at: Temporal.Instant; minutes: number }
export type FreeTimes = { times: FreeTime[]; nearest: (FreeTime & { suits: string[] })[] }

/**
 * Times at which all of these people are free, from now on: in order, at most `max`, at most two a day of the first person. Where there
 * is none, `nearest` has up to three compromises, each with whom it suits; none at all where somebody is away or busy all the while.
 * 404 where the time of one of them is not the asker's to know.
 * @param people one to twelve, without doubles; the days are those of the first
 */
export async function freeTimesOf(db: Db, people: readonly string[], asked: FreeTimesAsked): Promise<FreeTimes> {
  const { from, until, minutes, max } = bounded(people, asked, db.now)
  if (Temporal.Instant.compare(from, until) >= 0) return { times: [], nearest: [] }
  const hours = await hoursOf(db, people, { from, until })
  const within = { from: from.epochMilliseconds, until: until.epochMilliseconds }
  const known = people.map((person) => timeOf(hours.get(person) ?? missing(), within))
  const timeAt = (at: number): FreeTime => ({ at: Temporal.Instant.fromEpochMilliseconds(at), minutes })
  const times = commonTimes(known, { minutes, max }).map(timeAt)
  if (times.length > 0) return { times, nearest: [] }
  return { times, nearest: nearestTimes(known, within, { minutes }).map(({ at, suits }) => ({ ...timeAt(at), suits })) }
}

function bounded(people: readonly string[], { from, until, minutes, max }: FreeTimesAsked, now: Temporal.Instant): FreeTimesAsked {
  const { freeTimesPeopleMax, freeTimesMax, freeTimesDaysMax } = limits
  assert(people.length > 0 && people.length <= freeTimesPeopleMax && new Set(people).size === people.length, `${people.length} people`)
  assert(Number.isInteger(minutes) && minutes > 0 && minutes <= 24 * 60 && max <= freeTimesMax, `${max} times of ${minutes} minutes`)
  const begin = Temporal.Instant.compare(from, now) < 0 ? now : from
  const end = begin.add({ hours: freeTimesDaysMax * 24 })
  return { from: begin, until: Temporal.Instant.compare(until, end) > 0 ? end : until, minutes, max }
}
