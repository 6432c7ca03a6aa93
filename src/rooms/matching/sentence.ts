import { type Say, sayKey } from '#ground/words'
import { capital, sayClauses, told } from '#partnerships/reason-words'
import type { Reason } from './reasons.ts'
import type { Dear, Recruit } from './recruiting.ts'
import type { Why, WhyEmpty } from './why-unmatched.ts'

/** Up to three reasons as one sentence, best first: "Both are in finance; …; they share French." */
export function sayReasons(say: Say, reasons: readonly Reason[]): string {
  return sayClauses(say, reasons) || capital(say, say('reason.one', { first: say('reason.none') }))
}

/** Why a mentee is without a mentor, in one sentence; the first rule is the one that stands most in the way. */
export function sayWhy(say: Say, why: Why): string {
  if (why.kind === 'full') {
    const { competing, places } = why
    return sayKey(say, 'unmatched.full', { mentors: why.mentors.length, competing, places })
  }
  if (why.kind === 'belowFloor') return say('unmatched.belowFloor', { best: why.best, floor: why.floor })
  if (why.kind === 'outranked') return say('unmatched.outranked', { mentors: why.mentors.length })
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

/** Whom to look for: "Two more mentors who speak Pashto would place five people." */
export function sayRecruit(say: Say, { languages, grade, isAlikeAsked, mentors, placed }: Recruit): string {
  const { languages: spoken } = told(say, { languages })
  const facts = {
    mentors,
    placed,
    spoken: String(spoken),
    speaks: String(languages.length > 0),
    grade: grade ?? '',
    alike: String(isAlikeAsked),
  }
  return say(grade === null ? 'recruit.mentors' : 'recruit.mentors-at-grade', facts)
}

/** Of whom to ask one more place, and what it would be worth. */
export function sayDear(say: Say, { points, isShort }: Pick<Dear, 'points' | 'isShort'>, name: string): string {
  return say(isShort ? 'recruit.place-for-one' : 'recruit.place', { name, points })
}
