export const limits = {
  /** Goals that a pair works towards at a time. */
  goalsMax: 5,
  goalsShownMax: 50,
  textCharsMax: 500,
  versionsMax: 1_000,
  versionsShownMax: 8,
  ratingsShownMax: 40,
  stepsOpenMax: 20,
  stepsShownMax: 40,
  stepCharsMax: 300,
  /** Days ahead that a next step may be due, at most. */
  stepDaysMax: 731,
  sweptMax: 500,
  /** Skills of one person in one partnership. */
  skillsMax: 12,
  skillCharsMax: 80,
  noteCharsMax: 300,
  /** Of a skill, the latest that are read, and of these so many on its page. */
  assessmentsReadMax: 120,
  assessmentsShownMax: 24,
  opportunitiesMax: 40,
  opportunitiesShownMax: 10,
  outcomesShownMax: 12,
  /** Items of each sort in a portfolio. */
  portfolioItemsMax: 500,
  portfolioShownMax: 50,
  portfolioLineCharsMax: 120,
} as const

/**
 * Attainment in the five steps of goal attainment scaling, from much less than expected to much more (T. J. Kiresuk, R. E. Sherman:
 * Goal attainment scaling, Community Mental Health Journal 4, 1968, 443-453).
 */
export const attainments = [-2, -1, 0, 1, 2] as const
export type Attainment = (typeof attainments)[number]

/** How far somebody is with a skill, each step in words; 1 to 5. */
export const levels = [1, 2, 3, 4, 5] as const
export type Level = (typeof levels)[number]

export const stepStates = ['open', 'done', 'dropped'] as const
export type StepState = (typeof stepStates)[number]

export const goalStates = ['kept', 'dropped'] as const
export type GoalState = (typeof goalStates)[number]

/** What somebody can open for another. */
export const opportunityKinds = ['introduction', 'project', 'event', 'job', 'funding', 'other'] as const
export type OpportunityKind = (typeof opportunityKinds)[number]

export const outcomes = ['nothing-yet', 'followed-up', 'led-to'] as const
export type Outcome = (typeof outcomes)[number]

/** A row that somebody wrote at a time. */
export type Said = { by: string; at: Temporal.Instant }
export type Rating = Said & { value: Attainment }
export type Assessment = Said & { level: Level; note: string | null }
export type OutcomeSaid = Said & { outcome: Outcome; text: string | null }

/** The latest that somebody said; undefined where they have said nothing. */
export function latestBy<T extends Said>(said: readonly T[], person: string): T | undefined {
  return said
    .filter(({ by }) => by === person)
    .reduce<T | undefined>((last, one) => (last && Temporal.Instant.compare(last.at, one.at) > 0 ? last : one), undefined)
}
