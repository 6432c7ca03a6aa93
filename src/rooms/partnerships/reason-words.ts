import type { Facts } from '#ground/refusal'
import { type Say, sayIfKnown } from '#ground/words'
import { topicName } from '#people/topics'
import { limits } from './partnership.ts'

/** One thing that speaks for a pair: the key of its clause in the catalogue, and what it is told; lists as lists. */
export type Clause = { key: string; facts: Record<string, string | number | string[]> }

const clausesSaidMax = 3
const wordsSaidMax = 3
const keyOfClause = /^reason\.[a-z][\w.-]{0,60}$/

/**
 * What of the reasons may be kept where the two can read it. What people told of themselves in private is left out, and so is
 * that a wish was met: from either, one could learn what the other told.
 */
export function clausesToKeep(reasons: readonly unknown[]): Clause[] {
  return reasons
    .filter(isClause)
    .filter(({ key }) => !key.startsWith('reason.attribute.') && key !== 'reason.wishes')
    .slice(0, limits.reasonsMax)
    .map(({ key, facts }) => ({ key, facts }))
}

function isClause(reason: unknown): reason is Clause {
  if (typeof reason !== 'object' || reason === null) return false
  const { key, facts } = reason as Partial<Clause>
  return typeof key === 'string' && keyOfClause.test(key) && typeof facts === 'object' && facts !== null
}

/** Up to three clauses as one sentence, best first; nothing where there is none that the catalogue knows. */
export function sayClauses(say: Say, clauses: readonly Clause[]): string {
  const once = [...new Map(clauses.map((clause) => [clause.key, clause])).values()]
  const said = once.flatMap(({ key, facts }) => sayIfKnown(say, key, told(say, facts)) ?? []).slice(0, clausesSaidMax)
  const [first, second, third] = said
  if (first === undefined) return ''
  if (second === undefined) return capital(say, say('reason.one', { first }))
  if (third === undefined) return capital(say, say('reason.two', { first, second }))
  return capital(say, say('reason.three', { first, second, third }))
}

/** What a clause is told, in the reader's words: languages, countries and topics by their names, lists joined. */
export function told(say: Say, facts: Clause['facts']): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      if (!Array.isArray(fact)) return [name, fact]
      if (name === 'languages') return [name, say.list(fact.map((code) => nameOf(say, code, 'language')))]
      if (name === 'countries') return [name, say.list(fact.map((code) => nameOf(say, code, 'region')))]
      const words = fact.slice(0, wordsSaidMax)
      return [name, say.list(name === 'topics' ? words.map((topic) => topicName(say, topic)) : words)]
    }),
  )
}

/** A language's or country's name for the reader; what is no code (a sheet's own word) stays as it was written. */
function nameOf(say: Say, code: string, type: 'language' | 'region'): string {
  try {
    if (type === 'language' && code === 'fa') return say('language.fa')
    return new Intl.DisplayNames(say.language, { type, fallback: 'none' }).of(code) ?? code
  } catch {
    return code
  }
}

export function capital(say: Say, sentence: string): string {
  const [first = ''] = sentence
  return first.toLocaleUpperCase(say.language) + sentence.slice(first.length)
}
