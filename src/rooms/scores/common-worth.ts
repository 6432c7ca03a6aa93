import { barred } from './category.ts'
import { type CommonWords, commonWords } from './common-words.ts'
import { languagePoints, topicPoints } from './measures.ts'
import type { MentorIndex } from './mentor-index.ts'
import { neutralPoints } from './score.ts'
import type { Scorer } from './scorer.ts'

const topicsTop = 8
/** Two languages in common are worth as much as more. */
const languagesTop = 2

export function commonTopics({ topics: { weight, sets } }: Scorer, index: MentorIndex): CommonWords {
  const { given } = sets.mentees
  const of = (common: number, mentee: number) => weight * (given[mentee] === 0 ? neutralPoints : topicPoints(common, given[mentee]!))
  return commonWords(index, index.topics, sets, { of, silent: weight * neutralPoints }, topicsTop)
}

export function commonLanguages({ languages: { weight, min, sets } }: Scorer, index: MentorIndex): CommonWords {
  const { given } = sets.mentees
  const silent = min > 0 ? barred : weight * neutralPoints
  const of = (common: number, mentee: number) => {
    if (given[mentee] === 0) return silent
    return common < min ? barred : weight * languagePoints(common)
  }
  return commonWords(index, index.languages, sets, { of, silent }, languagesTop)
}
