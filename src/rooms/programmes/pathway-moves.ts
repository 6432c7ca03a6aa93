import { type Criterion, type Milestone, type Pathway, type Stage, stageOfKey } from './pathway.ts'

export type Doer = 'mentor' | 'mentee' | 'coordinator'

/** What is known of who is in a stage, when it is asked whether it may be left. */
export type StageFacts = {
  /** Who confirmed what, by the key of the criterion, since the stage was entered. */
  confirmed: ReadonlyMap<string, ReadonlySet<Doer>>
  /** How often a milestone was reached, ever or since the stage was entered. */
  reached: (milestone: Milestone, since: 'ever' | 'entry') => number
  /** Whole days in the stage. */
  days: number
  /** Places of mentors for each hundred of mentees; null where nobody is to be counted. */
  placesPerHundred: number | null
}

export function isMet(criterion: Criterion, facts: StageFacts): boolean {
  switch (criterion.what) {
    case 'confirmed': {
      const by = facts.confirmed.get(criterion.key) ?? new Set()
      if (criterion.by === 'both') return by.has('mentor') && by.has('mentee')
      return criterion.by === 'either' ? by.has('mentor') || by.has('mentee') : by.has(criterion.by)
    }
    case 'reached':
      return facts.reached(criterion.milestone, criterion.since) >= criterion.times
    case 'days':
      return facts.days >= criterion.days
    case 'places':
      return facts.placesPerHundred !== null && facts.placesPerHundred >= criterion.perHundred
  }
}

/** What still holds a stage: its musts that are not met; none where one of them is enough and is met. */
export function unmetOf(stage: Stage, facts: StageFacts): Criterion[] {
  const musts = stage.leave.filter(({ level }) => level === 'must')
  const unmet = musts.filter((one) => !isMet(one, facts))
  return stage.leaveWhen === 'any' && unmet.length < musts.length ? [] : unmet
}

/** Where one may go from a stage: on, the usual one first; into an interlude; or back from one. */
export function movesFrom(pathway: Pathway, stageKey: string): string[] {
  const stage = stageOfKey(pathway, stageKey)
  if (stage === undefined) return []
  const interludes = pathway.stages.filter(({ returnsTo }) => returnsTo === stageKey).map(({ key }) => key)
  return [...stage.next, ...(stage.returnsTo ? [stage.returnsTo] : []), ...interludes]
}

/** The stage that comes by itself once this one may be left; undefined at the end of the road. */
export const usualNext = (stage: Stage): string | undefined => stage.returnsTo ?? stage.next[0]

/** How a criterion is named in a waiver: its own key, or what it asks. */
export const criterionName = (criterion: Criterion): string =>
  criterion.what === 'confirmed' ? criterion.key : criterion.what === 'reached' ? criterion.milestone : criterion.what
