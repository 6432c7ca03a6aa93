import { addWorkingDays, dayOf, endOfWorkingDay } from '#ground/when'
import { endings } from '#programmes/pathway'

export const sides = ['mentor', 'mentee'] as const
export type Side = (typeof sides)[number]
export type Answer = 'accepted' | 'declined'
/** Ways in which a proposal ends, and in which a partnership does; leaving the programme ends either. */
export const proposalEnds = ['declined', 'unanswered', 'no-place'] as const
export const endReasons = [...proposalEnds, ...endings] as const
export type EndReason = (typeof endReasons)[number]

export const limits = {
  /** Working days before somebody who has not answered is reminded, once. */
  reminderWorkingDays: 2,
  /** Days in which the two should first meet. */
  firstMeetingDays: 14,
  reasonsMax: 8,
  proposalsMax: 10_000,
  pairsShownMax: 50,
  sheetRowsMax: 100_000,
  sweptMax: 500,
  stagesShownMax: 200,
  milestonesMax: 1_000,
  /** Stages that one thing reached may move a pair through. */
  movesAtOnceMax: 16,
  reasonCharsMax: 500,
  holdDaysMax: 366,
} as const

/** Where a partnership stands, told by its rows. `accepted`: one side has said yes, and the other has not answered. */
export type State = 'proposed' | 'accepted' | 'agreed' | 'ended'
export type Answers = Readonly<Record<Side, Answer | null>>

export function stateOf(answers: Answers, isOver: boolean): State {
  if (isOver) return 'ended'
  const yes = sides.filter((side) => answers[side] === 'accepted').length
  return (['proposed', 'accepted', 'agreed'] as const)[yes] ?? 'proposed'
}

/** How it looks from one side, or from the house, which is on no side. */
export type Stage = 'open' | 'saidYes' | 'agreed' | 'saidNo' | 'over'
export type Deed = 'accept' | 'decline' | 'lapse' | 'losePlace' | 'withdraw' | 'part'

/** `do`: it happens now. `done`: it had happened, and nothing more does. Else the name of the refusal, which says what is possible. */
export type Move =
  | 'do'
  | 'done'
  | 'partnerships.over'
  | 'partnerships.saidYes'
  | 'partnerships.saidNo'
  | 'partnerships.agreed'
  | 'partnerships.notAgreed'

const endsOpen = { lapse: 'do', losePlace: 'do', withdraw: 'do', part: 'partnerships.notAgreed' } as const
const staysOver = { lapse: 'done', losePlace: 'done', withdraw: 'done', part: 'done' } as const

/** Every transition there is. Nothing leads out of an end; who both said yes part in the ways that their pathway lists. */
export const moves: Readonly<Record<Stage, Readonly<Record<Deed, Move>>>> = {
  open: { accept: 'do', decline: 'do', ...endsOpen },
  saidYes: { accept: 'done', decline: 'partnerships.saidYes', ...endsOpen },
  agreed: {
    accept: 'done',
    decline: 'partnerships.saidYes',
    lapse: 'partnerships.agreed',
    losePlace: 'partnerships.agreed',
    withdraw: 'do',
    part: 'do',
  },
  saidNo: { accept: 'partnerships.saidNo', decline: 'done', ...staysOver },
  over: { accept: 'partnerships.over', decline: 'partnerships.over', ...staysOver },
}

export function stageFor(side: Side | null, mine: Answer | null, isAgreed: boolean, isOver: boolean): Stage {
  if (side !== null && mine === 'declined') return 'saidNo'
  if (isOver) return 'over'
  if (isAgreed) return 'agreed'
  return side !== null && mine === 'accepted' ? 'saidYes' : 'open'
}

export const otherSide = (side: Side): Side => (side === 'mentor' ? 'mentee' : 'mentor')

/** On which side somebody is; null for who is on neither. */
export function sideOf(pair: Readonly<Record<Side, string>>, person: string | null): Side | null {
  return sides.find((side) => pair[side] === person) ?? null
}

export type WorkingWeek = { zone: string; restDays: readonly number[] }

/** Until when both may answer, and when who has not is reminded; null where the answer is due before a reminder would be. */
export function dueAt(
  now: Temporal.Instant,
  answerDays: number,
  week: WorkingWeek,
): { until: Temporal.Instant; remind: Temporal.Instant | null } {
  const until = endOfWorkingDay(now, answerDays, week.restDays, week.zone)
  const day = addWorkingDays(dayOf(week, now), limits.reminderWorkingDays, week.restDays)
  const { hour, minute } = now.toZonedDateTimeISO(week.zone)
  const remind = day.toZonedDateTime({ timeZone: week.zone, plainTime: { hour, minute } }).toInstant()
  const isBeforeLastDay = Temporal.Instant.compare(remind, until.subtract({ hours: 24 })) <= 0
  return { until, remind: answerDays > limits.reminderWorkingDays && isBeforeLastDay ? remind : null }
}

/** The last whole day that a reader has before something is due, on their own calendar and clock. */
export function lastWholeDay(reader: { zone: string }, until: Temporal.Instant): Temporal.PlainDate {
  return dayOf(reader, until).subtract({ days: 1 })
}
