import type { Candidate } from './candidate.ts'
import type { Apart, HardRule } from './hard-rules.ts'

/** The mentors whom a rule about these two people alone keeps from mentee `i`: from `start[i]` up to `start[i + 1]`. */
export type BarredPairs = { start: Int32Array; mentor: Int32Array }

/** The rules that name people, and so remove few pairs of a crowd. */
export const rulesByName: ReadonlySet<HardRule['name']> = new Set(['self', 'mustNot', 'conflict', 'lineManagement'])

/** Asks the rules only about pairs in which one is named beside the other; all others cannot break them. */
export function barredPairsOf(
  mentees: readonly Candidate[],
  mentors: readonly Candidate[],
  rules: readonly HardRule[],
  apart: readonly Apart[],
): BarredPairs {
  const asked = rules.filter(({ name }) => rulesByName.has(name))
  const named = namedTogether(mentees, mentors, apart)
  const start = new Int32Array(mentees.length + 1)
  const mentor: number[] = []
  for (let i = 0; i < mentees.length; i++) {
    for (const j of named(i)) if (asked.some((rule) => rule.breaks(i, j))) mentor.push(j)
    start[i + 1] = mentor.length
  }
  return { start, mentor: Int32Array.from(mentor) }
}

const none: readonly never[] = []

/** For each mentee, every mentor who is the same person, stands beside them in `apart`, or in whose line one of the two is. */
function namedTogether(mentees: readonly Candidate[], mentors: readonly Candidate[], apart: readonly Apart[]) {
  const byId = Map.groupBy(mentors.keys(), (j) => mentors[j]!.id)
  const byCode = Map.groupBy(mentors.keys(), (j) => mentors[j]!.code)
  const others = Map.groupBy(
    apart.flatMap(({ one, other }) => [
      { of: one, id: other },
      { of: other, id: one },
    ]),
    ({ of }) => of,
  )
  const below = Map.groupBy(
    mentors.keys().flatMap((j) => mentors[j]!.chain.map((code) => ({ code, j }))),
    ({ code }) => code,
  )
  return (mentee: number) => {
    const { id, code, chain } = mentees[mentee]!
    const named = [...(byId.get(id) ?? none)]
    for (const other of others.get(id) ?? none) named.push(...(byId.get(other.id) ?? none))
    for (const above of chain) named.push(...(byCode.get(above) ?? none))
    for (const { j } of below.get(code) ?? none) named.push(j)
    return named.length > 1 ? new Set(named) : named
  }
}
