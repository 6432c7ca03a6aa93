import { fold, oneLine } from '#ground/fold'
import { languages, type Say, sayIfKnown, sayTo, unknownReader } from '#ground/words'
import { topicNames } from './topic-names.ts'

/** A matter that one person can help another with, known in every language of ours. */
export type Topic = keyof typeof topicNames

export const topics = Object.keys(topicNames) as Topic[]

let named: Map<string, Topic> | undefined

/**
 * The topic that a text names, by its key, its name in any of our languages, or a name that sheets use for it in English, French,
 * Spanish, Arabic or Dari; whatever its case, spaces, marks and punctuation. Null when no topic is known by it.
 */
export function topicFrom(text: string): Topic | null {
  named ??= new Map(topics.flatMap((topic) => namesOf(topic).map((name) => [topicKey(name), topic] as const)))
  return named.get(topicKey(text)) ?? null
}

/** What is kept of a topic as a person wrote it: the topic's key, or else their own text on one line. */
export function readTopic(text: string): string {
  return topicFrom(text) ?? oneLine(text)
}

/** A kept topic for its reader: our name for it in their language, or the text its owner wrote. */
export function topicName(say: Say, kept: string): string {
  return sayIfKnown(say, `topic.${kept}`) ?? kept
}

/** Every text that names a topic: its key, its name in each of our languages, and the names in sheets. */
export function namesOf(topic: Topic): string[] {
  const ours = languages.map((language) => topicName(sayTo({ ...unknownReader, language }), topic))
  return [topic, ...ours, ...topicNames[topic].split('|').map(oneLine)]
}

/** Without spaces and punctuation, since Dari writes the same word with a space, with a joiner, or as one. */
export function topicKey(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
}
