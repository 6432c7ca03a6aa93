import { dayOf, sayDay, sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import type { Rating } from './growth.ts'
import type { PortfolioGoal, PortfolioOpportunity, PortfolioSkill, PortfolioStep } from './portfolio.ts'
import { apart, joined, sayAttainment, sayLevel } from './words-of.ts'

/* What is known of each item, in a line; the partner by their side alone. */

const programmeOf = (programme: string | null) => (programme === null ? null : apart(programme))

function sayRated(say: Say, who: string, rating: Rating | undefined): string | null {
  return rating === undefined ? null : say('page.growth.said', { name: who, words: sayAttainment(say, rating.value) })
}

export function sayGoal(say: Say, { programme, partner, mine, partners, kept, shared }: PortfolioGoal): string {
  const rated = [
    sayRated(say, say('label.portfolio.by', { by: 'self' }), mine),
    sayRated(say, say('label.portfolio.by', { by: partner }), partners),
  ]
  const state = [kept ? null : say('label.portfolio.dropped'), shared ? say('label.portfolio.shared') : null]
  return joined(say, [programmeOf(programme), ...rated, ...state])
}

/** "I: first 2 (with help), now 4 (well); my mentor: 3 (alone)". */
export function saySkill(say: Say, { assessments }: PortfolioSkill): string {
  const sources = [...new Set(assessments.map(({ from }) => from))]
  const said = sources.map((from) => {
    const ofThem = assessments.filter((one) => one.from === from)
    const [first, last] = [ofThem[0], ofThem.at(-1)]
    if (first === undefined || last === undefined) return null
    const name = say('label.portfolio.by', { by: from })
    if (first.level === last.level) return say('page.growth.said', { name, words: sayLevel(say, last.level) })
    return say('page.growth.changed', { name, first: sayLevel(say, first.level), last: sayLevel(say, last.level) })
  })
  return joined(say, said)
}

export function sayStep(say: Say, { programme, doneAt }: PortfolioStep): string {
  return joined(say, [programmeOf(programme), say('label.portfolio.done', { date: sayDay(say, dayOf(say, doneAt)) })])
}

export function sayOpportunity(say: Say, { programme, partner, kind, at, outcomes: [latest] }: PortfolioOpportunity): string {
  const opened = say('page.growth.opened-by', { kind: say(`label.opportunity.${kind}`), name: say('label.portfolio.by', { by: partner }) })
  const came = latest === undefined ? null : say(`label.outcome.${latest.outcome}`)
  return joined(say, [programmeOf(programme), opened, sayShortDay(say, dayOf(say, at)), came])
}
