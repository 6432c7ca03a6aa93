import type { Category } from './category.ts'
import type { Scorer } from './scorer.ts'
import type { WordLists } from './word-sets.ts'

export const laneBits = 5
export const lanes = 1 << laneBits

/**
 * The mentors with a place, in an order in which those of equal values in the categories that narrow most (a segment: one grade, one field)
 * stand together and fill words of 32; so one sum is an upper bound for a whole segment, and one machine word says of 32 mentors
 * who offers a topic. `spot` is a mentor's place in this order; spots at the end of a segment may be empty.
 */
export type MentorIndex = {
  words: number
  /** The mentor at each spot; -1 where empty. */
  mentorAt: Int32Array
  /** Bits of the spots that are filled. */
  filled: Int32Array
  /** First word of each segment, and the end of the last. */
  segmentStart: Int32Array
  segments: number
  /** The categories that every segment has one value of, and that value by segment. */
  keys: readonly { category: Category; value: Int32Array }[]
  /** The other categories, and the value by spot. */
  others: readonly { category: Category; value: Int32Array }[]
  topics: WordRows
  languages: WordRows
  /** Least price in each word, a whole number. */
  wordPrice: Int32Array
}

/** One row of bits a word, over all spots, one after the other; an empty row, which begins at `empty`; the row of those who gave none. */
export type WordRows = { rows: Int32Array; empty: number; silent: Int32Array; hasSilent: boolean }

/** As many mentors as a segment should have at least on average, so that filling up its last word wastes little. */
const segmentMentors = 96

/** `priceOf` is a whole number by mentor: cheap ones stand first in their segment, so that a word has much the same price throughout. */
export function mentorIndexOf(scorer: Scorer, priceOf: (mentor: number) => number = () => 0): MentorIndex {
  const placed = Int32Array.from(scorer.capacity.keys().filter((j) => scorer.capacity[j]! > 0))
  const { segmentOf, keys, others } = splitOf(scorer, placed)
  const price = Int32Array.from(scorer.mentors.keys(), priceOf)
  placed.sort((a, b) => segmentOf[a]! - segmentOf[b]! || price[a]! - price[b]! || a - b)
  const segmentStart = segmentStartsOf(placed, segmentOf)
  const segments = segmentStart.length - 1
  const words = segmentStart[segments]!
  const mentorAt = spread(placed, segmentOf, segmentStart)
  const spotOf = new Int32Array(scorer.mentors.length).fill(-1)
  const filled = new Int32Array(words)
  mentorAt.forEach((j, spot) => {
    if (j < 0) return
    spotOf[j] = spot
    filled[spot >> laneBits]! |= 1 << (spot & (lanes - 1))
  })
  const firstAt = (word: number) => mentorAt[word * lanes]!
  return {
    words,
    mentorAt,
    filled,
    segmentStart,
    segments,
    keys: keys.map((category) => ({
      category,
      value: segmentStart.subarray(0, segments).map((word) => category.mentorValue[firstAt(word)]!),
    })),
    others: others.map((category) => ({ category, value: mentorAt.map((j) => (j < 0 ? 0 : category.mentorValue[j]!)) })),
    topics: wordRowsOf(scorer.topics.sets.mentors, scorer.topics.sets.words, spotOf, words),
    languages: wordRowsOf(scorer.languages.sets.mentors, scorer.languages.sets.words, spotOf, words),
    wordPrice: Int32Array.from({ length: words }, (_, word) => price[firstAt(word)]!),
  }
}

/** The mentors one after another, each segment from the start of a word on. */
function spread(placed: Int32Array, segmentOf: Int32Array, segmentStart: Int32Array): Int32Array {
  const mentorAt = new Int32Array(segmentStart.at(-1)! * lanes).fill(-1)
  let spot = 0
  let segment = 0
  placed.forEach((j, at) => {
    if (at > 0 && segmentOf[j] !== segmentOf[placed[at - 1]!]) spot = segmentStart[++segment]! * lanes
    mentorAt[spot++] = j
  })
  return mentorAt
}

/** Takes the categories that narrow most into the key while segments stay big enough. */
function splitOf({ categories, mentors }: Scorer, placed: Int32Array) {
  const segmentOf = new Int32Array(mentors.length)
  const keys: Category[] = []
  const others: Category[] = []
  for (const category of categories) {
    const numbers = new Map<number, number>()
    const finer = new Int32Array(mentors.length)
    for (const j of placed) {
      const both = segmentOf[j]! * category.mentorValues + category.mentorValue[j]!
      const number = numbers.get(both) ?? numbers.size
      numbers.set(both, number)
      finer[j] = number
    }
    if (numbers.size * segmentMentors > placed.length && numbers.size > 1) others.push(category)
    else {
      keys.push(category)
      segmentOf.set(finer)
    }
  }
  return { segmentOf, keys, others }
}

function segmentStartsOf(placed: Int32Array, segmentOf: Int32Array): Int32Array {
  const starts = [0]
  for (let at = 0, from = 0; at < placed.length; at++) {
    if (at + 1 < placed.length && segmentOf[placed[at]!] === segmentOf[placed[at + 1]!]) continue
    starts.push(starts.at(-1)! + ((at + 1 - from + lanes - 1) >> laneBits))
    from = at + 1
  }
  return Int32Array.from(starts)
}

function wordRowsOf(lists: WordLists, count: number, spotOf: Int32Array, words: number): WordRows {
  const rows = new Int32Array((count + 1) * words)
  const silent = new Int32Array(words)
  let hasSilent = false
  for (let j = 0; j < spotOf.length; j++) {
    const spot = spotOf[j]!
    if (spot < 0) continue
    const bit = 1 << (spot & (lanes - 1))
    for (let at = lists.start[j]!; at < lists.start[j + 1]!; at++) rows[lists.word[at]! * words + (spot >> laneBits)]! |= bit
    if (lists.given[j]! > 0) continue
    silent[spot >> laneBits]! |= bit
    hasSilent = true
  }
  return { rows, empty: count * words, silent, hasSilent }
}
