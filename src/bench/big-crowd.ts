import { everythingCounts, type Rules } from '#programmes/rules'
import type { Candidate, Side, Word } from '#scores/candidate'
import type { Crowd } from '#scores/score'
import { weekOf } from '#scores/week'
import { drawsFrom } from '#testing/draws'

const wordsOf = (prefix: string, count: number): Word[] =>
  Array.from({ length: count }, (_, at) => ({ key: `${prefix}${at}`, label: `${prefix}${at}` }))

const topics = wordsOf('topic', 60)
const languages = wordsOf('language', 12)
const fields = wordsOf('field', 15)
const units = wordsOf('unit', 40)
const countries = wordsOf('country', 30)
const grades = ['P1', 'P2', 'P3', 'P4', 'P5', 'D1']
const zones = ['UTC', 'Africa/Nairobi', 'Europe/Rome', 'Asia/Kabul', 'America/New_York', 'Asia/Bangkok']

/**
 * A big crowd of invented people, the same for the same seed: few topics and languages are asked by many and most by few, grades
 * are fewer the higher, a third tells their free hours, mentors take one to five.
 */
export function bigCrowd(mentees: number, mentors: number, seed: number, rules: Rules = everythingCounts): Crowd {
  const draw = drawsFrom(seed)
  const chance = () => draw() / 2 ** 32
  const weeks = weeksFrom(chance)
  const people = (count: number, side: Side) => Array.from({ length: count }, (_, at) => candidate(chance, weeks, side, at))
  return { mentees: people(mentees, 'mentee'), mentors: people(mentors, 'mentor'), rules, apart: [] }
}

/** Squared chance: the first of a list come often, the last seldom. */
const skewed = <T>(list: readonly T[], chance: () => number) => list[Math.floor(chance() ** 2 * list.length)] as T
const any = <T>(list: readonly T[], chance: () => number) => list[Math.floor(chance() * list.length)] as T

function some(list: readonly Word[], count: number, chance: () => number): Word[] {
  const chosen: Word[] = []
  while (chosen.length < count) {
    const word = skewed(list, chance)
    if (!chosen.includes(word)) chosen.push(word)
  }
  return chosen
}

const nothing: readonly string[] = []
const untold = {}

function candidate(chance: () => number, weeks: readonly Int32Array[], side: Side, at: number): Candidate {
  const code = `${side}-${at}`
  const level = side === 'mentee' ? 1 + Math.floor(chance() ** 1.5 * 5) : 2 + Math.floor(chance() * 5)
  return {
    id: code,
    code,
    name: code,
    side,
    capacity: side === 'mentee' ? 1 : 1 + Math.floor(chance() * 5),
    organisation: 'org',
    unit: any(units, chance),
    level,
    grade: grades[level - 1] ?? null,
    field: skewed(fields, chance),
    country: skewed(countries, chance),
    languages: some(languages, 1 + Math.floor(chance() * 3), chance),
    topics: some(topics, 2 + Math.floor(chance() * (side === 'mentee' ? 3 : 5)), chance),
    week: chance() < freeHoursTold ? any(weeks, chance) : null,
    chain: nothing,
    attributes: untold,
    wishes: untold,
    identityWished: nothing,
  }
}

const freeHoursTold = 1 / 3
const weeksCount = 2_000
const workdays = [1, 2, 3, 4, 5] as const
const at = Temporal.Instant.from('2030-03-04T09:00:00Z')

/** Two to five spans of one to four hours in office time of some zone. */
function weeksFrom(chance: () => number): Int32Array[] {
  return Array.from({ length: weeksCount }, () => {
    const spans = Array.from({ length: 2 + Math.floor(chance() * 4) }, () => {
      const from = 8 * 60 + Math.floor(chance() * 20) * 30
      return { day: any(workdays, chance), from, to: from + 60 + Math.floor(chance() * 7) * 30 }
    })
    return weekOf(spans, any(zones, chance), at)
  })
}
