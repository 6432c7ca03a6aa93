import type { Side } from '#partnerships/partnership'
import type { Pathway, Review as ReviewRule } from '#programmes/pathway'
import type { PathwayForm } from '#programmes/pathway-forms'

export const limits = {
  wordsCharsMax: 2_000,
  giftCharsMax: 1_500,
  giftRoundsMax: 50,
  versionsMax: 20,
  sweptMax: 2_000,
  shownMax: 40,
  healthShownMax: 300,
  /** Days a follow-up waits for an answer. */
  followUpDays: 21,
} as const

export type Benefit = 'yes' | 'partly' | 'no'

/** A review of one pair: due, asked of each side for itself, open to both once both have answered or its time is over. */
export type Review = {
  id: string
  partnership: string
  programme: string
  organisation: string
  mentor: string
  mentee: string
  key: string
  form: PathwayForm
  dueAt: Temporal.Instant
  until: Temporal.Instant
  closedAt: Temporal.Instant | null
  /** Sides that were asked, and since when. */
  asked: Readonly<Partial<Record<Side, Temporal.Instant>>>
  /** Sides that have answered. */
  answered: readonly Side[]
}

export const isOpenToBoth = (review: Pick<Review, 'closedAt' | 'answered'>) => review.closedAt !== null || review.answered.length === 2

/** What is known of a pair when it is asked which review is due. */
export type PairFacts = { stage: string; meetingsHeld: number; daysTogether: number; reviewed: ReadonlySet<string> }

const daysAWeek = 7

/** The first review of the pathway that is due and was not opened. */
export function reviewDue(pathway: Pathway, pair: PairFacts): ReviewRule | undefined {
  return pathway.reviews.find((one) => !pair.reviewed.has(one.key) && isDue(pathway, one, pair))
}

function isDue(pathway: Pathway, { after }: ReviewRule, { stage, meetingsHeld, daysTogether }: PairFacts): boolean {
  if ('at' in after) {
    if (after.at === 'end') return stage === pathway.closes
    return stage !== pathway.closes && daysTogether * 2 >= pathway.lastsWeeks * daysAWeek
  }
  if (stage === pathway.closes) return false
  const { meetings = Number.POSITIVE_INFINITY, days = Number.POSITIVE_INFINITY } = after
  return meetingsHeld >= meetings || daysTogether >= days
}

/** Whom a review asks now: both at once; or who is first, and the other after the answer or half of the time. */
export function sidesToAsk(first: ReviewRule['first'], answered: readonly Side[], isHalfOver: boolean): Side[] {
  if (first === 'together') return ['mentor', 'mentee']
  const other: Side = first === 'mentor' ? 'mentee' : 'mentor'
  return answered.includes(first) || isHalfOver ? [first, other] : [first]
}

/** The moment at half of a review's time. */
export function halfwayOf({ dueAt, until }: Pick<Review, 'dueAt' | 'until'>): Temporal.Instant {
  return dueAt.add({ seconds: Math.floor(dueAt.until(until).total('seconds') / 2) })
}

/** The milestone that an answer reaches: the closing has its own. */
export const milestoneOf = (pathway: Pathway, key: string): 'review-answered' | 'closing-answered' => {
  const after = pathway.reviews.find((one) => one.key === key)?.after
  return after && 'at' in after && after.at === 'end' ? 'closing-answered' : 'review-answered'
}

/** Which key opens the words of an answer: its pair's, or that which the coordinators have too, as the form promised. */
export const sealingOf = (seen: string) => (seen === 'coordinator' ? 'coordinated' : 'partnership')
export const placeOfAnswer = ({ reply, question, by }: { reply: string; question: string; by: string }) => ({
  ...{ kind: 'answer', item: `${reply}:${question}`, author: by },
})
