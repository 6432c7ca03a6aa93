/** What a coordinator decides on a morning, the most pressing first. */
export const cardKinds = ['not-met', 'unanswered', 'waiting', 'reviews', 'stuck', 'talks', 'imports'] as const
export type CardKind = (typeof cardKinds)[number]

export const limits = {
  cardsMax: 5,
  rowsShownMax: 100,
  linesMax: 600,
  /** Seconds in which letters to many may be taken back. */
  recallSeconds: 60,
  setAsideDaysMax: 60,
  nextThingsMax: 12,
  batchesSweptMax: 50,
} as const

export const nudgeKinds = ['pair.quiet', 'review.waiting', 'partnership.proposal'] as const
export type NudgeKind = (typeof nudgeKinds)[number]

/** Somebody who may be written to about a row, as which reminder it counts, and where the letter leads. */
export type Recipient = {
  person: string
  partner: string
  about: string
  nudge: NudgeKind
  path: string
  /** Until when an answer is waited for, where one is. */
  until: Temporal.Instant | null
}

/** One thing to decide: what it is, whom it is about, since when it waits, and the sentence that says why. */
export type CardRow = {
  /** The pair, enrolment, proposal or import; what is set aside. */
  subject: string
  programme: string | null
  href: string
  people: readonly string[]
  since: Temporal.Instant
  why: { key: string; facts: Record<string, string | number> }
  /** Who would get a letter; none where a letter is not what helps. */
  recipients: readonly Recipient[]
}

export type Card = { kind: CardKind; rows: readonly CardRow[] }

/** Since when the oldest row waits. */
export const oldestOf = ({ rows }: Card): Temporal.Instant | undefined => rows.map(({ since }) => since).sort(Temporal.Instant.compare)[0]

/** The cards to show, those with rows, in order; the rest are named in a line beneath. */
export function chosenOf(cards: readonly Card[]): { shown: Card[]; more: Card[] } {
  const full = cards.filter(({ rows }) => rows.length > 0)
  return { shown: full.slice(0, limits.cardsMax), more: full.slice(limits.cardsMax) }
}
