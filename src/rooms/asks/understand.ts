import type { Topic } from '#people/topics'
import { isStop } from './stop-words.ts'
import { type TextWord, wordsOf } from './text-words.ts'
import { type Phrase, type PhraseBook, phraseBook } from './topic-phrases.ts'

/** A topic that a text means, the words of the text, as written, that named it, and whether it is more than a guess. */
export type Understood = { topic: Topic; from: readonly string[]; isSure: boolean }

export const topicsUnderstoodMax = 5
/** Words within which all the stems of a name must stand. */
const windowWordsMax = 8
/** A stem said of more topics than this names none of them by itself. */
const tellingTopicsMax = 2
/** What has fewer points than this share of the best is a guess. */
const shareOfBestMin = 0.6

/** Points of a phrase: its words as they are, all its stems near each other, or a telling part of it. */
const points = { exact: 6, stems: 4, part: 1, furtherWord: 1.5, cueLess: 1.5 } as const

type Hit = { topic: Topic; points: number; at: readonly number[] }

/**
 * The topics a text in English or Dari means, the surest first, at most five. Plain rules and no model: an exact name counts more than its
 * stems near each other, these more than a part of it; further words that point to the same topic count a little.
 */
export function understand(text: string): Understood[] {
  const words = wordsOf(text)
  const book = phraseBook()
  const phrases = new Set(words.flatMap(({ stem }) => book.byStem.get(stem) ?? []))
  const hits = [...phrases].flatMap((phrase) => hitOf(phrase, words, book))
  const found = [...Map.groupBy(hits, ({ topic }) => topic)].map(([topic, all]) => summed(topic, all))
  const inOrder = found.sort((a, b) => b.points - a.points || (a.at[0] ?? 0) - (b.at[0] ?? 0) || (a.topic < b.topic ? -1 : 1))
  const enough = (inOrder[0]?.points ?? 0) * shareOfBestMin
  return inOrder.slice(0, topicsUnderstoodMax).map((hit) => ({
    topic: hit.topic,
    from: hit.at.map((nth) => words[nth]?.written ?? ''),
    isSure: hit.points >= enough,
  }))
}

function hitOf(phrase: Phrase, words: readonly TextWord[], book: PhraseBook): Hit[] {
  const further = (phrase.stems.length - 1) * points.furtherWord - (phrase.isName ? 0 : points.cueLess)
  const exact = runOf(phrase.folded, words)
  if (exact) return [{ topic: phrase.topic, points: points.exact + further, at: exact }]
  const near = nearestOf(phrase.stems, words)
  if (near) return [{ topic: phrase.topic, points: points.stems + further, at: near }]
  return partOf(phrase, words, book)
}

/** Where the words of a name stand one after another. */
function runOf(folded: readonly string[], words: readonly TextWord[]): number[] | undefined {
  const start = words.findIndex((_, at) => folded.every((word, nth) => words[at + nth]?.folded === word))
  return start < 0 ? undefined : folded.map((_, nth) => start + nth)
}

/** Where all the stems stand within the window, in any order. */
function nearestOf(stems: readonly string[], words: readonly TextWord[]): number[] | undefined {
  for (const [start, { stem }] of words.entries()) {
    if (!stems.includes(stem)) continue
    const within = words.slice(start, start + windowWordsMax)
    const at = stems.map((each) => within.findIndex((word) => word.stem === each))
    if (at.every((place) => place >= 0)) return at.map((place) => start + place).sort((a, b) => a - b)
  }
  return undefined
}

/** A part of a name counts where it is telling: no stop word, and said of few topics. */
function partOf(phrase: Phrase, words: readonly TextWord[], book: PhraseBook): Hit[] {
  const telling = phrase.stems.filter((stem) => !isStop(stem) && (book.topicsOfStem.get(stem) ?? 0) <= tellingTopicsMax)
  const at = telling.map((stem) => words.findIndex((word) => word.stem === stem)).filter((place) => place >= 0)
  return at.length === 0 ? [] : [{ topic: phrase.topic, points: points.part, at: at.sort((a, b) => a - b) }]
}

function summed(topic: Topic, hits: readonly Hit[]): Hit {
  const best = hits.reduce((a, b) => (b.points > a.points ? b : a))
  const all = new Set(hits.flatMap(({ at }) => at))
  const further = [...all].filter((place) => !best.at.includes(place)).length
  return { topic, points: best.points + further * points.furtherWord, at: best.at }
}
