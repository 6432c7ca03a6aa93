import type { Candidate, Word } from './candidate.ts'

/** The words of everybody on one side, as numbers: those of person `i` stand from `start[i]` up to `start[i + 1]`, ascending. */
export type WordLists = {
  start: Int32Array
  word: Int32Array
  /** How many words a person gave, also those that nobody on the other side has. */
  given: Int32Array
}

/** Topics or languages, of which only those that a mentor has can meet. */
export type WordSets = {
  words: number
  mentees: WordLists
  mentors: WordLists
}

export function wordSetsOf(
  mentees: readonly Candidate[],
  mentors: readonly Candidate[],
  wordsOf: (candidate: Candidate) => readonly Word[],
): WordSets {
  const numbers = new Map<string, number>()
  for (const mentor of mentors) for (const { key } of wordsOf(mentor)) if (!numbers.has(key)) numbers.set(key, numbers.size)
  return { words: numbers.size, mentees: listsOf(mentees, wordsOf, numbers), mentors: listsOf(mentors, wordsOf, numbers) }
}

function listsOf(
  people: readonly Candidate[],
  wordsOf: (candidate: Candidate) => readonly Word[],
  numbers: ReadonlyMap<string, number>,
): WordLists {
  const start = new Int32Array(people.length + 1)
  const given = Int32Array.from(people, (candidate) => wordsOf(candidate).length)
  const word = new Int32Array(given.reduce((sum, count) => sum + count, 0))
  let end = 0
  for (let at = 0; at < people.length; at++) {
    for (const { key } of wordsOf(people[at]!)) {
      const number = numbers.get(key)
      if (number !== undefined) end = insert(word, start[at]!, end, number)
    }
    start[at + 1] = end
  }
  return { start, word: word.slice(0, end), given }
}

/** Puts a number among the ascending ones from `from` up to `end`, once, and returns where they now end. */
function insert(word: Int32Array, from: number, end: number, number: number): number {
  let at = end
  while (at > from && word[at - 1]! > number) at--
  if (at > from && word[at - 1] === number) return end
  word.copyWithin(at + 1, at, end)
  word[at] = number
  return end + 1
}

/** Orders people by their words, so that those next to each other share the first of them. */
export function compareWords({ start, word }: WordLists, a: number, b: number): number {
  let at = start[a]!
  let to = start[b]!
  while (at < start[a + 1]! && to < start[b + 1]! && word[at] === word[to]) {
    at++
    to++
  }
  if (at === start[a + 1] || to === start[b + 1]) return start[a + 1]! - at - (start[b + 1]! - to)
  return word[at]! - word[to]!
}
