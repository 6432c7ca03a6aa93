import type { KeyOwner } from '#ground/content-keys'

/** A meeting is of a pair, or of an ask: whose key seals where it is. */
export type OfMeeting = { id: string; partnership: string | null; ask: string | null }
export const keyOwnerOf = ({ partnership, ask }: OfMeeting): KeyOwner =>
  partnership === null ? { kind: 'ask', id: ask ?? '' } : { kind: 'partnership', id: partnership }

export const limits = {
  minutesMin: 5,
  minutesMax: 480,
  heldMinutesMax: 1_440,
  placeCharsMax: 500,
  aheadDaysMax: 366,
  /** Days back that a meeting may be told of that was never planned. */
  backDaysMax: 90,
  offeredMax: 3,
  weeksMax: 12,
  /** Meetings of a rhythm that are made ahead. */
  rhythmAhead: 2,
  shownMax: 40,
  sweptMax: 2_000,
  feedMax: 500,
  /** Replies to one meeting, not from whom they said, that are counted. */
  forgedCountedMax: 50,
} as const

export const happenings = ['met', 'moved', 'absent-host', 'absent-guest', 'cancelled'] as const
/** What somebody says of how a meeting went; who was absent is named by their place, host or guest. */
export type Happened = (typeof happenings)[number]
export type Answer = 'accepted' | 'declined' | 'tentative'

export type Statement = { person: string; happened: Happened; minutes: number | null; at: Temporal.Instant }

export type Meeting = {
  id: string
  programme: string
  organisation: string
  partnership: string | null
  ask: string | null
  rhythm: string | null
  host: string
  guest: string
  /** Which time it is, by how often it was moved: 1 is the first. */
  nth: number
  local: Temporal.PlainDateTime
  zone: string
  startsAt: Temporal.Instant
  minutes: number
  saidAt: Temporal.Instant
  cancelledAt: Temporal.Instant | null
  /** The newest of each side. */
  statements: readonly Statement[]
  /** Who says of the newest time that they cannot come. */
  cannotCome: readonly string[]
}

/** `ask-to-move`: one cannot come. `to-tell`: it is over, and nobody has said how it went. `differs`: the two say different things. */
export type MeetingState = 'planned' | 'ask-to-move' | 'to-tell' | 'held' | 'not-held' | 'differs' | 'cancelled'

/** What is known of how a meeting went: from both, where they say the same; from one, where the other has not said. */
export type Outcome = { happened: Happened; minutes: number | null }

export function stateOf(meeting: Meeting, now: Temporal.Instant): MeetingState {
  if (meeting.cancelledAt !== null && meeting.statements.length === 0) return 'cancelled'
  if (meeting.statements.length > 0) {
    const outcome = outcomeOf(meeting)
    return outcome === null ? 'differs' : outcome.happened === 'met' ? 'held' : 'not-held'
  }
  if (Temporal.Instant.compare(now, endOf(meeting)) >= 0) return 'to-tell'
  return meeting.cannotCome.length > 0 ? 'ask-to-move' : 'planned'
}

/** Null where nobody has said, or where the two differ: a difference is shown to both, never settled for them. */
export function outcomeOf({ statements }: Pick<Meeting, 'statements'>): Outcome | null {
  const [one, other] = statements
  if (one === undefined) return null
  if (other !== undefined && (one.happened !== other.happened || one.minutes !== other.minutes)) return null
  return { happened: one.happened, minutes: one.minutes }
}

export const endOf = ({ startsAt, minutes }: Pick<Meeting, 'startsAt' | 'minutes'>) => startsAt.add({ minutes })

/** The other of the two. */
export const otherOf = ({ host, guest }: Pick<Meeting, 'host' | 'guest'>, person: string | null) => (person === host ? guest : host)
