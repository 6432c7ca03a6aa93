import type { Attribute } from '#people/person'
import { attributes, type Comparable, type Criterion, type Rules, type WeightWord } from '#programmes/rules'
import { bitRowsOf } from './bit-rows.ts'
import type { Candidate, Wish, Word } from './candidate.ts'
import { identityLikeness, type Likeness, likenessOf } from './likeness.ts'
import { bitsInCommon, quartersPerHour } from './week.ts'

/** One criterion, ready to be asked of any pair: from 0 (against) to `pointsFull`, or `unknown`. */
export type Measure = {
  criterion: Criterion
  weight: WeightWord
  points(mentee: number, mentor: number): number
}

export const pointsFull = 1000
export const unknown = -1
const pointsForOneLanguage = 800
const pointsPerGradeOff = 250
const hoursEnough = 4

type People = readonly Candidate[]

/** The criteria that count: not switched off, and known of at least one person on either side, for else nothing compares. */
export function measuresOf(mentees: People, mentors: People, rules: Rules): Measure[] {
  const all: Partial<Record<Criterion, Measure['points'] | null>> = {
    topics: topics(mentees, mentors),
    languages: languages(mentees, mentors),
    hours: hours(mentees, mentors),
    level: level(mentees, mentors, rules.bestLevel),
    wishes: wishes(mentees, mentors),
  }
  for (const criterion of ['field', 'unit', 'country'] as const) {
    all[criterion] = wordLikeness(mentees, mentors, ({ [criterion]: word }) => word, rules.preferences[criterion])
  }
  for (const attribute of attributes) all[attribute] = attributeLikeness(mentees, mentors, attribute, rules.preferences[attribute])
  return Object.entries(all).flatMap(([name, points]) => {
    const criterion = name as Criterion
    const weight = rules.weights[criterion]
    return points && weight !== 'off' ? [{ criterion, weight, points }] : []
  })
}

const isKnownOnBothSides = (mentees: People, mentors: People, isKnown: (candidate: Candidate) => boolean) =>
  mentees.some(isKnown) && mentors.some(isKnown)

/** Made when first asked for: a big crowd is scored without. */
function once<T>(make: () => T): () => T {
  let made: { is: T } | undefined
  return () => {
    made ??= { is: make() }
    return made.is
  }
}

/** The share of what the mentee asks for that the mentor offers. */
function topics(mentees: People, mentors: People): Measure['points'] | null {
  if (!isKnownOnBothSides(mentees, mentors, (candidate) => candidate.topics.length > 0)) return null
  const rowsOnce = once(() => bitRowsOf(mentees, mentors, (candidate) => candidate.topics))
  return (i, j) => {
    const rows = rowsOnce()
    const asked = rows.mentees[i]!
    const offered = rows.mentors[j]!
    if (asked === null || offered === null) return unknown
    return topicPoints(bitsInCommon(asked, offered), mentees[i]!.topics.length)
  }
}

export const topicPoints = (common: number, asked: number) => Math.floor((pointsFull * common) / asked)

function languages(mentees: People, mentors: People): Measure['points'] | null {
  if (!isKnownOnBothSides(mentees, mentors, (candidate) => candidate.languages.length > 0)) return null
  const rowsOnce = once(() => bitRowsOf(mentees, mentors, (candidate) => candidate.languages))
  return (i, j) => {
    const rows = rowsOnce()
    const mine = rows.mentees[i]!
    const theirs = rows.mentors[j]!
    if (mine === null || theirs === null) return unknown
    return languagePoints(bitsInCommon(mine, theirs))
  }
}

export const languagePoints = (common: number) => (common === 0 ? 0 : common === 1 ? pointsForOneLanguage : pointsFull)

/** Four hours a week in common are enough for any pair. */
function hours(mentees: People, mentors: People): Measure['points'] | null {
  if (!isKnownOnBothSides(mentees, mentors, ({ week }) => week !== null)) return null
  return (i, j) => {
    const mine = mentees[i]!.week
    const theirs = mentors[j]!.week
    if (mine === null || theirs === null) return unknown
    return hoursPoints(bitsInCommon(mine, theirs))
  }
}

export function hoursPoints(quarters: number): number {
  const enough = hoursEnough * quartersPerHour
  return Math.floor((pointsFull * Math.min(quarters, enough)) / enough)
}

/** Full within the best distance; a quarter less for each grade outside it. */
function level(mentees: People, mentors: People, best: Rules['bestLevel']): Measure['points'] | null {
  if (!isKnownOnBothSides(mentees, mentors, (candidate) => candidate.level !== null)) return null
  const sign = best.mentorStands === 'above' ? 1 : -1
  return (i, j) => {
    const mine = mentees[i]!.level
    const theirs = mentors[j]!.level
    if (mine === null || theirs === null) return unknown
    const apart = sign * (theirs - mine)
    const off = apart < best.min ? best.min - apart : best.max !== null && apart > best.max ? apart - best.max : 0
    return Math.max(0, pointsFull - off * pointsPerGradeOff)
  }
}

type Preference = Rules['preferences'][Comparable]

function wordLikeness(
  mentees: People,
  mentors: People,
  wordOf: (candidate: Candidate) => Word | null,
  wanted: Preference,
): Measure['points'] | null {
  if (wanted === 'none' || !isKnownOnBothSides(mentees, mentors, (candidate) => wordOf(candidate) !== null)) return null
  const mine = mentees.map((mentee) => wordOf(mentee)?.key)
  const theirs = mentors.map((mentor) => wordOf(mentor)?.key)
  return (i, j) => {
    if (mine[i] === undefined || theirs[j] === undefined) return unknown
    return (mine[i] === theirs[j]) === (wanted === 'alike') ? pointsFull : 0
  }
}

/**
 * Only a known answer against the preference costs anything: whoever prefers not to say stands as well as anyone could by saying,
 * so silence never lowers a rank.
 */
function attributeLikeness(mentees: People, mentors: People, of: Attribute, wanted: Preference): Measure['points'] | null {
  if (wanted === 'none' || !isKnownOnBothSides(mentees, mentors, ({ attributes }) => attributes[of] !== undefined)) return null
  const against = wanted === 'alike' ? 'differs' : 'alike'
  return (i, j) => (likenessOf(mentees[i]!, mentors[j]!, of) === against ? 0 : pointsFull)
}

/** The share of the two people's own wishes that nothing known goes against. */
function wishes(mentees: People, mentors: People): Measure['points'] | null {
  if (!mentees.some(hasWish) && !mentors.some(hasWish)) return null
  return (i, j) => {
    const { asked, against } = wishesOf(mentees[i]!, mentors[j]!)
    return asked === 0 ? pointsFull : Math.floor((pointsFull * (asked - against)) / asked)
  }
}

export const hasWish = ({ wishes, identityWished }: Candidate) => identityWished.length > 0 || Object.keys(wishes).length > 0

/** How many wishes the two have of each other, how many are known to be met, and how many are known not to be. */
export function wishesOf(mentee: Candidate, mentor: Candidate): { asked: number; met: number; against: number } {
  const counts = { asked: 0, met: 0, against: 0 }
  countWishes(counts, mentee, mentor)
  countWishes(counts, mentor, mentee)
  return counts
}

function countWishes(counts: { asked: number; met: number; against: number }, of: Candidate, other: Candidate): void {
  const count = (likeness: Likeness, wish: Wish) => {
    counts.asked++
    if (likeness !== 'unknown') counts[(likeness === 'alike') === (wish === 'alike') ? 'met' : 'against']++
  }
  for (const name in of.wishes) {
    const attribute = name as Attribute
    const wish = of.wishes[attribute]
    if (wish !== undefined && !(attribute === 'identity' && of.identityWished.length > 0)) count(likenessOf(of, other, attribute), wish)
  }
  if (of.identityWished.length > 0) count(identityLikeness(of.identityWished, other), of.wishes.identity ?? 'alike')
}
