import { barred } from './category.ts'
import type { CommonWords } from './common-words.ts'
import { hoursPoints, pointsFull } from './measures.ts'
import type { MentorIndex } from './mentor-index.ts'
import { mentorWeeksOf } from './mentor-weeks.ts'
import type { Scorer } from './scorer.ts'

/**
 * The exact sum of the mentee turned to with a mentor, given `base`: what segment and topics are worth. Cheap parts come first, and
 * as soon as it cannot come to `least` it is `barred`.
 */
export function pairSums(scorer: Scorer, { others }: MentorIndex, languages: CommonWords) {
  const { mentees, mentors, hours, late, lateMost, lateRules } = scorer
  const values = others.map(({ value }) => value)
  const rows: Int32Array[] = others.map(() => new Int32Array(0))
  let mentee = -1
  let hasWeek = false
  const mentorWeeks = mentorWeeksOf(mentors)

  function turnTo(next: number): void {
    mentee = next
    const { week } = mentees[mentee]!
    hasWeek = hours !== null && week !== null
    if (hasWeek) mentorWeeks.turnTo(week!)
    for (let other = 0; other < others.length; other++) {
      const { category } = others[other]!
      rows[other] = category.row(category.menteeValue[mentee]!)
    }
  }

  function sumOf(spot: number, mentor: number, base: number, least: number): number {
    let sum = base + languages.worthOf(languages.countAt(spot), mentor)
    for (let other = 0; other < rows.length; other++) sum += rows[other]![values[other]![spot]!]!
    if (sum + lateMost < least || sum < 0) return barred
    if (hasWeek) sum = withHours(sum, mentor)
    if (sum + lateMost < least || sum < 0) return barred
    return late.length + lateRules.length === 0 ? sum : withLate(sum, mentor)
  }

  /** The category of who told their hours has added full hours for these two; takes off what they do not have in common. */
  function withHours(sum: number, mentor: number): number {
    if (!mentorWeeks.told[mentor]) return sum
    if (hours!.breaks?.(mentee, mentor)) return barred
    return sum - hours!.weight * (pointsFull - hoursPoints(mentorWeeks.quartersInCommon(mentor)))
  }

  function withLate(sum: number, mentor: number): number {
    for (const breaks of lateRules) if (breaks(mentee, mentor)) return barred
    let all = sum
    for (const one of late) all += one.worth(mentee, mentor)
    return all
  }

  return { turnTo, sumOf, othersMost: others.reduce((sum, { category }) => sum + category.most, 0) }
}
