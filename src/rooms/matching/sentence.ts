import { type Say, sayKey } from '#ground/words'
import { capital, sayClauses, told } from '#partnerships/reason-words'
import type { Reason } from '#scores/reasons'
import type { Dear, Recruit } from './recruiting.ts'
import type { Why, WhyEmpty } from './why-unmatched.ts'

/** Up to three reasons as one sentence, best first: "Both are in finance; …; they share French." */
export function sayReasons(say: Say, reasons: readonly Reason[]): string {
  return sayClauses(say, reasons) || capital(say, say('reason.one', { first: say('reason.none') }))
}

/** Why a mentee is without a mentor, in one sentence; the first rule is the one that stands most in the way. */
export function sayWhy(say: Say, why: Why): string {
  if (why.kind === 'full') {
    const { mentors, competing, places, floor } = why
    if (floor !== undefined) return say('unmatched.full.floor', { mentors, competing, places, floor })
    return say('unmatched.full', { mentors, competing, places })
  }
  if (why.kind === 'belowFloor') return sayKey(say, 'unmatched.belowFloor', { best: why.best, floor: why.floor })
  if (why.kind === 'outranked') {
    const { mentors, floor } = why
    return floor === undefined ? say('unmatched.outranked', { mentors }) : say('unmatched.outranked.floor', { mentors, floor })
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

/** Whom to look for, and how many people they would place, in one sentence. What must be alike is not named: it may be private. */
export function sayRecruit(say: Say, recruit: Recruit): string {
  return say('recruit.mentors', { mentors: recruit.mentors, placed: recruit.placed, ...kindTold(say, recruit) })
}

/** What would help somebody who is left over, in one sentence. */
export function sayHelp(say: Say, recruit: Recruit): string {
  return say('recruit.help', kindTold(say, recruit))
}

function kindTold(say: Say, { languages, grade, isAlikeAsked }: Recruit) {
  return {
    graded: grade === null ? 'no' : 'yes',
    grade: grade ?? '',
    speaking: languages.length === 0 ? 'no' : 'yes',
    alike: isAlikeAsked ? 'yes' : 'no',
    ...told(say, { languages }),
  }
}

/** What one more place with a mentor would do, in one sentence; where it places one more and gains no points, of the place alone. */
export function sayDear(say: Say, { points, isShort }: Omit<Dear, 'mentor'>, name: string): string {
  const kind = !isShort ? 'gains' : points > 0 ? 'placesAndGains' : 'places'
  return say('recruit.place', { kind, name, points })
}
