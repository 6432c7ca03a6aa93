import { dayOf, sayShortDay } from '#ground/when'
import type { Key, Say } from '#ground/words'
import type { Attainment, Level, Rating } from './growth.ts'

const attainmentKeys: Readonly<Record<Attainment, Key>> = {
  [-2]: 'label.attainment.muchLess',
  [-1]: 'label.attainment.less',
  0: 'label.attainment.expected',
  1: 'label.attainment.more',
  2: 'label.attainment.muchMore',
}

/** "+1 more than expected". */
export function sayAttainment(say: Say, value: Attainment): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : ''
  return say('label.attainment', { number: `\u2066${sign}${say.number(Math.abs(value))}\u2069`, words: say(attainmentKeys[value]) })
}

/** "3 (alone)". */
export function sayLevel(say: Say, level: Level): string {
  return say('label.level', { number: level, words: say(`label.level.${level}`) })
}

/** "3, alone": the same where it is to be chosen. */
export function sayLevelChoice(say: Say, level: Level): string {
  return say('label.level.choice', { number: level, words: say(`label.level.${level}`) })
}

/** Parts of one line, those that are there; between them no dot, which reads as a zero beside Persian digits. */
export function joined(say: Say, parts: readonly (string | null)[]): string {
  const told = parts.filter((part) => part !== null && part !== '')
  return told.reduce<string>((line, part) => (line === '' ? (part ?? '') : say('label.growth.join', { one: line, other: part ?? '' })), '')
}

/** "+1 more than expected; 23 Nov 2026", or that nothing was said yet. */
export function sayRating(say: Say, rating: Rating | undefined): string {
  if (rating === undefined) return say('label.attainment.none')
  return joined(say, [sayAttainment(say, rating.value), sayShortDay(say, dayOf(say, rating.at))])
}

/** A text apart from the text around it, whichever way either runs. */
export const apart = (text: string) => `\u2068${text}\u2069`
