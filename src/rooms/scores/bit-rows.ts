import type { Candidate, Word } from './candidate.ts'

type WordsOf = (candidate: Candidate) => readonly Word[]

/** One row of bits for each person, a bit for each word that occurs on both sides; null where a person gave no word. */
export type BitRows = { mentees: (Int32Array | null)[]; mentors: (Int32Array | null)[] }

export function bitRowsOf(mentees: readonly Candidate[], mentors: readonly Candidate[], wordsOf: WordsOf): BitRows {
  const offered = new Set(mentors.flatMap((mentor) => wordsOf(mentor).map((word) => word.key)))
  const shared = new Map<string, number>()
  for (const { key } of mentees.flatMap((mentee) => wordsOf(mentee))) {
    if (offered.has(key) && !shared.has(key)) shared.set(key, shared.size)
  }
  const rowOf = (candidate: Candidate) => {
    const words = wordsOf(candidate)
    if (words.length === 0) return null
    const row = new Int32Array((shared.size + 31) >> 5)
    for (const { key } of words) {
      const bit = shared.get(key)
      if (bit !== undefined) row[bit >> 5]! |= 1 << (bit & 31)
    }
    return row
  }
  return { mentees: mentees.map(rowOf), mentors: mentors.map(rowOf) }
}

export function wordsInCommon(a: readonly Word[], b: readonly Word[]): Word[] {
  const keys = new Set(b.map((word) => word.key))
  return a.filter((word) => keys.has(word.key))
}
