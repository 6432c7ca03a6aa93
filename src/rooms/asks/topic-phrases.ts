import { namesOf, type Topic, topics } from '#people/topics'
import { isStop } from './stop-words.ts'
import { wordsOf } from './text-words.ts'
import { cuesOf } from './topic-cues.ts'

/** A way to say a topic: its words folded, in order, and the stems that carry its meaning. */
export type Phrase = { topic: Topic; isName: boolean; folded: readonly string[]; stems: readonly string[] }

export type PhraseBook = {
  /** Phrases by each stem that carries them. */
  byStem: ReadonlyMap<string, readonly Phrase[]>
  /** How many topics a stem is said of. */
  topicsOfStem: ReadonlyMap<string, number>
}

let book: PhraseBook | undefined

/** Every name of every topic, in each language, and the cues people give without naming it; made once. */
export function phraseBook(): PhraseBook {
  book ??= bookOf(
    topics.flatMap((topic) => [
      ...namesOf(topic).flatMap((name) => phraseOf(topic, name, true)),
      ...cuesOf(topic).flatMap((cue) => phraseOf(topic, cue, false)),
    ]),
  )
  return book
}

function phraseOf(topic: Topic, name: string, isName: boolean): Phrase[] {
  const words = wordsOf(name)
  const carrying = words.filter(({ stem }) => !isStop(stem))
  const stems = [...new Set((carrying.length > 0 ? carrying : words).map(({ stem }) => stem))]
  return stems.length === 0 ? [] : [{ topic, isName, folded: words.map(({ folded }) => folded), stems }]
}

function bookOf(phrases: readonly Phrase[]): PhraseBook {
  const byStem = new Map<string, Phrase[]>()
  const owners = new Map<string, Set<Topic>>()
  for (const phrase of phrases) {
    for (const stem of phrase.stems) {
      byStem.set(stem, [...(byStem.get(stem) ?? []), phrase])
      owners.set(stem, (owners.get(stem) ?? new Set()).add(phrase.topic))
    }
  }
  return { byStem, topicsOfStem: new Map([...owners].map(([stem, found]) => [stem, found.size])) }
}
