import { mentorIn } from '#scores/packed'
import { figuresOf } from './assign.ts'
import { type Method, wholeFor } from './compare.ts'
import { keepPairs, type Pin, type Problem } from './problem.ts'

/** Mentees and mentors by their places in the problem; -1 for nobody. */
export type Move = { mentee: number; before: number; after: number }

/** What a decision costs the whole: points of the total and matched mentees, both above 0 where it loses; and who moves by it. */
export type Cost = {
  points: number
  lost: number
  /** The score of the worst pair that is then chosen, where the decision lowers it; else null. */
  worst: number | null
  moves: Move[]
}

export type Decision = { together: readonly Pin[] } | { apart: Pin }

/** Weighs a decision before it is taken: the whole with it against the whole without, in which as few as can be move. */
export function costOf(problem: Problem, method: Method, base: Int32Array, decision: Decision): Cost {
  const decided = withDecision({ ...problem, standing: base, bonus: 0 }, decision)
  const mentorOf = wholeFor(decided, method)
  const before = figuresOf({ ...problem, pins: [] }, base)
  const after = figuresOf({ ...problem, pins: [] }, mentorOf)
  const moves: Move[] = []
  mentorOf.forEach((mentor, mentee) => {
    if (mentor !== base[mentee]) moves.push({ mentee, before: base[mentee]!, after: mentor })
  })
  const sinks = before.floor !== null && after.floor !== null && after.floor < before.floor
  return { points: before.total - after.total, lost: before.matched - after.matched, worst: sinks ? after.floor : null, moves }
}

function withDecision(problem: Problem, decision: Decision): Problem {
  if ('together' in decision) {
    const decided = new Set(decision.together.map(([mentee]) => mentee))
    return { ...problem, pins: [...problem.pins.filter(([mentee]) => !decided.has(mentee)), ...decision.together] }
  }
  const [one, other] = decision.apart
  const pins = problem.pins.filter(([mentee, mentor]) => mentee !== one || mentor !== other)
  return { ...problem, ...keepPairs(problem, (pair, mentee) => mentee !== one || mentorIn(pair) !== other), pins }
}
