import { provedWhole } from '#pairing/big-whole'
import { type Proved, proved } from '#pairing/certificate'
import { tiesBetween } from '#pairing/pair-rows'
import { settleTies } from '#pairing/settle-ties'
import { measuresOf } from '#scores/measures'
import { mentorIn, worthIn } from '#scores/packed'
import { reasonsOf } from '#scores/reasons'
import type { Crowd } from '#scores/score'
import { scorerOf } from '#scores/scorer'
import type { Suggestion } from './suggest.ts'

/** What can be said of a crowd too big to score every pair of: the pairs, and the proof that they are the best. */
export type BigSuggestions = {
  pairs: Suggestion[]
  summary: { mentees: number; mentors: number; places: number; matched: number; total: number; worst: number | null }
  proved: Proved
  /** Everybody left over competes among so many mentees for so many places; who may meet nobody is one of them. */
  competing: number
  competed: number
}

/**
 * The best whole of a crowd, with reasons, by lists that are proved over all pairs: most matched, the greatest total, one answer. No floor,
 * pins, bonus or evening, which all look at every pair. Same people in, same pairs out, in whatever order they come. Pure.
 */
export function suggestBig(crowd: Crowd): BigSuggestions {
  const scorer = scorerOf(crowd)
  const { mentees, mentors, capacity } = scorer
  const { rows, whole } = provedWhole(scorer)
  const mentorOf = settleTies(rows, whole, { ...rows, pins: [], floor: 'none', dial: 'total', tie: tiesBetween(mentees, mentors) })
  const measures = measuresOf(mentees, mentors, crowd.rules)
  const pairs: Suggestion[] = []
  for (const [i, mentee] of mentees.entries()) {
    const j = mentorOf[i]!
    if (j < 0) continue
    const row = Array.from(rows.pair.subarray(rows.rowStart[i]!, rows.rowStart[i + 1]!))
    const own = row.find((pair) => mentorIn(pair) === j)!
    const next = row.find((pair) => pair !== own)
    const measured = measures.map((measure) => ({ ...measure, points: measure.points(i, j) }))
    pairs.push({
      mentee: mentee.id,
      mentor: mentors[j]!.id,
      score: worthIn(own),
      pinned: false,
      reasons: reasonsOf(mentee, mentors[j]!, measured, crowd.rules),
      runnerUp:
        next === undefined ? null : { mentor: mentors[mentorIn(next)]!.id, score: worthIn(next), behind: worthIn(own) - worthIn(next) },
    })
  }
  const { short } = whole
  return {
    pairs,
    summary: {
      mentees: mentees.length,
      mentors: mentors.length,
      places: capacity.reduce((sum, places) => sum + places, 0),
      matched: whole.matched,
      total: whole.total,
      worst: pairs.length === 0 ? null : pairs.reduce((least, { score }) => Math.min(least, score), Infinity),
    },
    proved: proved(scorer, { ...whole, mentorOf, open: rows, counts: worthIn, bonus: 0 }, new Set()),
    competing: short.mentee.reduce((sum, isIn) => sum + isIn, 0),
    competed: capacity.reduce((sum, places, j) => sum + (short.mentor[j] === 1 ? places : 0), 0),
  }
}
