import type { Facts } from '#ground/refusal'
import { type Say, sayKey } from '#ground/words'
import type { Reason, ReasonFacts } from './reasons.ts'
import type { Why, WhyEmpty } from './why-unmatched.ts'

export const reasonsSaidMax = 3
const topicsSaidMax = 3

/** Up to three reasons as one sentence, best first: "Both are in finance; …; they share French." */
export function sayReasons(say: Say, reasons: readonly Reason[]): string {
  const clauses = reasons.slice(0, reasonsSaidMax).map(({ key, facts }) => sayKey(say, key, told(say, facts)))
  const [first = sayKey(say, 'reason.none'), second, third] = clauses
  if (second === undefined) return capital(say, sayKey(say, 'reason.one', { first }))
  if (third === undefined) return capital(say, sayKey(say, 'reason.two', { first, second }))
  return capital(say, sayKey(say, 'reason.three', { first, second, third }))
}

/** Why a mentee is without a mentor, in one sentence; the first rule is the one that stands most in the way. */
export function sayWhy(say: Say, why: Why): string {
  if (why.kind === 'full') {
    const { competing, places } = why
    return sayKey(say, 'unmatched.full', { mentors: why.mentors.length, competing, places })
  }
  if (why.kind !== 'nobody') return sayKey(say, `unmatched.${why.kind}`)
  const [first, second] = why.rules
  const said = first === undefined ? '' : sayKey(say, first.key, told(say, first.facts))
  if (second === undefined || first!.count === why.mentors) return said
  return sayKey(say, 'unmatched.two', { first: said, second: sayKey(say, second.key, told(say, second.facts)) })
}

/** Why a round has nothing to suggest, naming the rule that stands most in the way. */
export function sayEmpty(say: Say, why: WhyEmpty): string {
  if (why.kind !== 'nobodyEligible') return sayKey(say, `empty.${why.kind}`)
  const [most] = why.rules
  return sayKey(say, 'empty.nobodyEligible', { pairs: why.pairs, rule: most?.rule ?? 'other', count: most?.count ?? 0 })
}

function told(say: Say, facts: ReasonFacts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      if (!Array.isArray(fact)) return [name, fact]
      if (name === 'languages') return [name, say.list(fact.map((code) => nameOf(say, code, 'language')))]
      if (name === 'countries') return [name, say.list(fact.map((code) => nameOf(say, code, 'region')))]
      return [name, say.list(fact.slice(0, topicsSaidMax))]
    }),
  )
}

/** A language's or country's name for the reader; what is no code (a sheet's own word) stays as it was written. */
function nameOf(say: Say, code: string, type: 'language' | 'region'): string {
  try {
    return new Intl.DisplayNames(say.language, { type }).of(code) ?? code
  } catch {
    return code
  }
}

function capital(say: Say, sentence: string): string {
  const [first = ''] = sentence
  return first.toLocaleUpperCase(say.language) + sentence.slice(first.length)
}
