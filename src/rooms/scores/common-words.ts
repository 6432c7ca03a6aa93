import { laneBits, lanes, type MentorIndex, type WordRows } from './mentor-index.ts'
import type { WordLists, WordSets } from './word-sets.ts'

/**
 * Who has how many of one mentee's words: `rows` holds, word of spots after word, a row of bits for each count from 0 to `top` (who
 * has at least so many) and an empty one after them; `bound` the most that each count can be worth, never falling. Mentors who
 * gave no word stand in the rows up to the count that is worth what they get.
 */
export type CommonWords = {
  rows: Int32Array
  bound: Int32Array
  top(): number
  turnTo(mentee: number): void
  /** The highest count in whose row a mentor stands. */
  countAt(spot: number): number
  /** What the words in common with a mentor of that count are worth, exactly. */
  worthOf(count: number, mentor: number): number
}

/** What so many words in common with a mentee are worth, and what a pair gets where the mentor gave none. */
export type WordWorth = { of(common: number, mentee: number): number; silent: number }

/** Higher counts than `topMax` are told apart only in `worthOf`. */
export function commonWords(index: MentorIndex, from: WordRows, sets: WordSets, worth: WordWorth, topMax: number): CommonWords {
  const { words } = index
  const { mentees, mentors } = sets
  const rows = new Int32Array((topMax + 2) * words)
  const bound = new Int32Array(topMax + 1)
  const exact = new Int32Array(topMax + 1)
  let mentee = -1
  let top = 0
  let isCapped = false
  let silent = 0

  function turnTo(next: number): void {
    if (mentee >= 0 && hasSameWords(mentees, mentee, next)) {
      mentee = next
      return
    }
    mentee = next
    const first = mentees.start[mentee]!
    const asked = mentees.start[mentee + 1]! - first
    top = Math.min(asked, topMax)
    isCapped = asked > topMax && worth.of(asked, mentee) !== worth.of(topMax, mentee)
    silent = mentees.given[mentee] === 0 ? worth.of(0, mentee) : worth.silent
    for (let count = 0; count <= top; count++) exact[count] = worth.of(count, mentee)
    bound.set(exact)
    if (isCapped) bound[top] = worth.of(asked, mentee)
    rows.set(index.filled)
    if (asked <= fewMax && topMax >= fewMax) countFew(rows, words, from, mentees, first, asked)
    else countMany(rows, words, from.rows, mentees.word.subarray(first, first + asked), top)
    rows.fill(0, (top + 1) * words, (top + 2) * words)
    if (from.hasSilent) addSilent()
  }

  function addSilent(): void {
    let count = 0
    while (count < top && bound[count]! < silent) count++
    bound[count] = Math.max(bound[count]!, silent)
    for (let to = words; to <= count * words; to += words) for (let w = 0; w < words; w++) rows[to + w]! |= from.silent[w]!
  }

  function countAt(spot: number): number {
    const lane = spot & (lanes - 1)
    let count = 0
    for (let at = words + (spot >> laneBits); count < top && ((rows[at]! >>> lane) & 1) === 1; at += words) count++
    return count
  }

  function worthOf(count: number, mentor: number): number {
    if (from.hasSilent && mentors.given[mentor] === 0) return silent
    if (isCapped && count === top) return worth.of(countInCommon(mentees, mentee, mentors, mentor), mentee)
    return exact[count]!
  }

  return { rows, bound, top: () => top, turnTo, countAt, worthOf }
}

const fewMax = 4

/** Up to four words at once: who had one fewer and has this one too has one more. Words not asked for are the empty row. */
function countFew(rows: Int32Array, words: number, from: WordRows, { word }: WordLists, first: number, asked: number): void {
  const { rows: row, empty } = from
  const startOf = (at: number) => (at < asked ? word[first + at]! * words : empty)
  const a = startOf(0)
  const b = startOf(1)
  const c = startOf(2)
  const d = startOf(3)
  for (let w = 0; w < words; w++) {
    let one = row[a + w]!
    let two = one & row[b + w]!
    one |= row[b + w]!
    let three = two & row[c + w]!
    two |= one & row[c + w]!
    one |= row[c + w]!
    rows[4 * words + w] = three & row[d + w]!
    three |= two & row[d + w]!
    two |= one & row[d + w]!
    rows[3 * words + w] = three
    rows[2 * words + w] = two
    rows[words + w] = one | row[d + w]!
  }
}

function countMany(rows: Int32Array, words: number, from: Int32Array, asked: Int32Array, top: number): void {
  rows.fill(0, words, (top + 1) * words)
  asked.forEach((word, at) => {
    const row = word * words
    for (let count = Math.min(at + 1, top); count >= 1; count--) {
      const to = count * words
      for (let w = 0; w < words; w++) rows[to + w]! |= rows[to - words + w]! & from[row + w]!
    }
  })
}

function hasSameWords({ start, word, given }: WordLists, a: number, b: number): boolean {
  const length = start[a + 1]! - start[a]!
  if (given[a] !== given[b] || length !== start[b + 1]! - start[b]!) return false
  for (let at = 0; at < length; at++) if (word[start[a]! + at] !== word[start[b]! + at]) return false
  return true
}

/** Both lists ascend, so one walk along the two counts. */
function countInCommon(mine: WordLists, i: number, theirs: WordLists, j: number): number {
  let count = 0
  for (let a = mine.start[i]!, b = theirs.start[j]!; a < mine.start[i + 1]! && b < theirs.start[j + 1]!; ) {
    const difference = mine.word[a]! - theirs.word[b]!
    if (difference === 0) count++
    if (difference <= 0) a++
    if (difference >= 0) b++
  }
  return count
}
