import type { Topic } from '#people/topics'
import { dariCues } from './cues-dari.ts'
import { englishCues } from './cues-english.ts'

/** Every cue of a topic, in both languages. */
export function cuesOf(topic: Topic): string[] {
  return [englishCues[topic], dariCues[topic] ?? ''].flatMap((cues) => cues.split('|')).filter((cue) => cue.trim() !== '')
}
