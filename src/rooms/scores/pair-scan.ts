import { barred } from './category.ts'
import { commonLanguages, commonTopics } from './common-worth.ts'
import { laneBits, lanes, type MentorIndex } from './mentor-index.ts'
import { pairSums } from './pair-sums.ts'
import { leastSum, type Scorer, scoreOfSum } from './scorer.ts'
import { segmentSums } from './segment-sums.ts'
import { compareWords } from './word-sets.ts'

/** What a scan looks for. `take` may raise `cut`, never lower it. */
export type Sought = {
  /** Only pairs whose score is at least this much above the mentor's price in the index are handed over. */
  cut: number
  take(mentor: number, score: number): void
}

/** Looks at one mentee at a time: first `turnTo`, then the rest. Costs least when mentees come in `scanOrder`. */
export type PairScan = {
  turnTo(mentee: number): void
  /** Leaves a mentor out of what this mentee is handed. */
  leaveOut(mentor: number): void
  /** Hands over every mentor who may meet the mentee and reaches the cut, scoring in full only those whom no bound rules out. */
  scan(sought: Sought): void
}

export function pairScan(scorer: Scorer, index: MentorIndex): PairScan {
  const { weights, lateMost } = scorer
  const { words, mentorAt, segmentStart, wordPrice } = index
  const topics = commonTopics(scorer, index)
  const languages = commonLanguages(scorer, index)
  const segments = segmentSums(scorer, index)
  const { sumOf, turnTo: turnSumTo, othersMost } = pairSums(scorer, index, languages)
  const leftOut = new Int32Array(scorer.mentors.length).fill(-1)
  const leastPrice = wordPrice.reduce((least, price) => Math.min(least, price), words === 0 ? 0 : wordPrice[0]!)
  const { start: barredStart, mentor: barredMentor } = scorer.barredPairs
  let mentee = -1

  function turnTo(next: number): void {
    mentee = next
    segments.turnTo(mentee)
    topics.turnTo(mentee)
    languages.turnTo(mentee)
    turnSumTo(mentee)
    for (let at = barredStart[mentee]!; at < barredStart[mentee + 1]!; at++) leftOut[barredMentor[at]!] = mentee
  }

  function scan(sought: Sought): void {
    for (let count = topics.top(); count >= 0; count--) scanCount(sought, count)
  }

  /** The mentors with exactly so many of the topics, segment by segment, the best first. */
  function scanCount(sought: Sought, count: number): void {
    const topicRows = topics.rows
    const languageRows = languages.rows
    const these = count * words
    const more = these + words
    const none = languages.bound[0]!
    const one = languages.top() > 0 ? languages.bound[1]! : barred
    const two = languages.top() > 1 ? languages.bound[2]! : barred
    const restMost = othersMost + lateMost + topics.bound[count]!
    const most = restMost + Math.max(none, one, two)
    for (let at = 0; at < segments.order.length; at++) {
      const segment = segments.order[at]!
      const base = segments.sum[segment]!
      if (base + most < leastSum(Math.max(0, sought.cut + leastPrice), weights)) return
      const end = segmentStart[segment + 1]!
      let cut = -1
      let least = 0
      let spoken = 0
      for (let w = segmentStart[segment]!; w < end; w++) {
        const cutHere = Math.max(0, sought.cut + wordPrice[w]!)
        if (cutHere !== cut) {
          cut = cutHere
          least = leastSum(cut, weights)
          const needed = least - base - restMost
          if (needed > most - restMost) break
          spoken = needed <= none ? 0 : needed <= one ? words : 2 * words
        }
        let left = topicRows[these + w]! & ~topicRows[more + w]! & languageRows[spoken + w]!
        for (; left !== 0; left &= left - 1) {
          const spot = (w << laneBits) + lanes - 1 - Math.clz32(left & -left)
          const mentor = mentorAt[spot]!
          if (leftOut[mentor] === mentee) continue
          const sum = sumOf(spot, mentor, base + topics.worthOf(count, mentor), least)
          if (sum >= least) sought.take(mentor, scoreOfSum(sum, weights))
        }
      }
    }
  }

  return {
    turnTo,
    leaveOut(mentor) {
      leftOut[mentor] = mentee
    },
    scan,
  }
}

/** Mentees of the same values and languages next to each other, for whom most of the work is the same. */
export function scanOrder({ topics, languages }: Scorer, { keys }: MentorIndex, from: number, to: number): Int32Array {
  const values = keys.map(({ category }) => category.menteeValue)
  return Int32Array.from({ length: to - from }, (_, at) => from + at).sort((a, b) => {
    for (const value of values) if (value[a] !== value[b]) return value[a]! - value[b]!
    return compareWords(languages.sets.mentees, a, b) || compareWords(topics.sets.mentees, a, b) || a - b
  })
}
