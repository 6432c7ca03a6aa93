import type { Terms } from '#hours/terms'

export const limits = {
  minutesMax: 480,
  topicsMax: 2,
  stepCharsMax: 500,
  reasonCharsMax: 500,
  referenceCharsMax: 150,
  versionsMax: 50,
  bookDaysMax: 400,
  meetingsShownMax: 100,
  rowsAPageMax: 40,
  codesAStrip: 24,
  triesADayMax: 5,
  linkDays: 30,
  sweptMax: 500,
  groupMax: 12,
  outageDaysMax: 366,
  toldMin: 5,
  callsShownMax: 20,
  fieldDays: 14,
  fieldBackDays: 60,
  fieldMeetingsMax: 30,
} as const

export const modes = ['in-person', 'phone', 'video'] as const
export type Mode = (typeof modes)[number]
/** A kind of place, never an address. */
export const places = ['business', 'office', 'home', 'public', 'none'] as const
export type Place = (typeof places)[number]
export const presents = ['owner', 'companion', 'family', 'worker', 'other'] as const
export type Present = (typeof presents)[number]
export const saids = ['yes', 'no', 'other'] as const
export type Said = (typeof saids)[number]
export type How = 'page' | 'link' | 'code' | 'call' | 'paper'
export const endKinds = [
  ...(['cancelledInTime', 'lateCancelledByClient', 'noShowClient', 'cancelledByCoach', 'noShowCoach', 'forceMajeure'] as const),
] as const
export type EndKind = (typeof endKinds)[number]

export const states = [
  ...(['proposed', 'awaitingFunds', 'booked', 'held', 'recorded', 'disputed', 'clientConfirmed', 'reversed'] as const),
  ...endKinds,
] as const
/** As 6.7 of the domain names them; `booked` is its "confirmed", which here would be mistaken for what a client does. */
export type State = (typeof states)[number]

export type Log = {
  id: string
  version: number
  day: Temporal.PlainDate
  minutes: number
  mode: Mode
  place: Place
  topics: readonly string[]
  present: readonly Present[]
  outage: boolean
  at: Temporal.Instant
  by: string | null
}
/** What a client may tell beside their confirmation: how useful it was from 1 to 5, and whether anybody asked them for money beside. */
export type Told = { useful: number | null; askedForMoney: boolean | null }

export type Confirmation = {
  id: string
  version: number
  says: Said
  minutes: number | null
  how: How
  at: Temporal.Instant
  by: string | null
}
export type Decision = { minutes: number; reason: string; at: Temporal.Instant; by: string }
export type End = {
  kind: EndKind
  lostMinutes: number
  warned: boolean
  standby: bigint
  reason: string
  at: Temporal.Instant
  by: string | null
}

export type Meeting = {
  id: string
  organisation: string
  programme: string
  bank: string
  business: string
  allotment: string
  partnership: string
  coach: string
  startsAt: Temporal.Instant
  day: Temporal.PlainDate
  minutes: number
  mode: Mode
  place: Place
  escorted: boolean
  grouping: string | null
  groupMinutes: number | null
  at: Temporal.Instant
  by: string | null
  /** Whose money was short as it was booked; null where nobody's was. */
  waitsFor: string | null
  reservation: string | null
  log: Log | null
  /** The latest, whichever log it answers. */
  confirmation: Confirmation | null
  decision: Decision | null
  spend: { entry: string; minutes: number; at: Temporal.Instant } | null
  amendment: { minutes: number; reason: string; at: Temporal.Instant } | null
  end: End | null
}

type Facts = Pick<Meeting, 'startsAt' | 'minutes' | 'waitsFor' | 'reservation'> & {
  log: Pick<Log, 'version' | 'minutes'> | null
  confirmation: Pick<Confirmation, 'version' | 'says' | 'minutes'> | null
  decision: Pick<Decision, 'minutes'> | null
  spend: { minutes: number } | null
  amendment: { minutes: number } | null
  end: Pick<End, 'kind'> | null
}

/** What a meeting has come to, from its rows alone. */
export function stateOf(meeting: Facts, now: Temporal.Instant): State {
  const { end, spend, amendment, decision, log } = meeting
  if (end) return end.kind
  if (amendment?.minutes === 0 || decision?.minutes === 0) return 'reversed'
  if (spend) return 'clientConfirmed'
  if (log) return stateLogged(meeting, log)
  if (meeting.reservation) return Temporal.Instant.compare(now, meeting.startsAt.add({ minutes: meeting.minutes })) < 0 ? 'booked' : 'held'
  return meeting.waitsFor === null ? 'proposed' : 'awaitingFunds'
}

function stateLogged({ confirmation, decision }: Facts, log: Pick<Log, 'version' | 'minutes'>): State {
  if (decision) return 'clientConfirmed'
  if (confirmation === null || confirmation.version < log.version) return 'recorded'
  return agrees(confirmation, log) ? 'clientConfirmed' : 'disputed'
}

/** Whether a client's word is the coach's: yes, or the very length. */
export function agrees({ says, minutes }: Pick<Confirmation, 'says' | 'minutes'>, log: Pick<Log, 'minutes'>): boolean {
  return says === 'yes' || (says === 'other' && minutes === log.minutes)
}

/** Nothing of it is settled yet: it can be cancelled, or be found not to have taken place. */
export function isOpen(state: State): boolean {
  return ['proposed', 'awaitingFunds', 'booked', 'held'].includes(state)
}

/** The longest that can be paid for: what was planned and, without a new booking, as much more as the bank allows. */
export function payableMax(planned: number, { longerMinutesMax }: Pick<Terms, 'longerMinutesMax'>): number {
  return planned + longerMinutesMax
}

/** Whether a meeting that starts then may still be cancelled without anything lost. */
export function isInTime(
  { startsAt, escorted }: Pick<Meeting, 'startsAt' | 'escorted'>,
  now: Temporal.Instant,
  { noticeHours, noticeHoursEscorted }: Pick<Terms, 'noticeHours' | 'noticeHoursEscorted'>,
): boolean {
  const notice = escorted ? noticeHoursEscorted : noticeHours
  return Temporal.Instant.compare(now.add({ hours: notice }), startsAt) <= 0
}

/**
 * What a late cancelling or an absence of the client costs them: the first is a warning; from the second a part of the planned minutes is
 * lost. Where an escort is needed nothing is ever lost (10.6 of the domain).
 */
export function lostBy(
  { minutes, escorted }: Pick<Meeting, 'minutes' | 'escorted'>,
  before: number,
  { latePercent }: Pick<Terms, 'latePercent'>,
): { lostMinutes: number; warned: boolean } {
  if (escorted) return { lostMinutes: 0, warned: false }
  if (before === 0) return { lostMinutes: 0, warned: true }
  return { lostMinutes: Math.floor((minutes * latePercent) / 100), warned: false }
}

/** What a coach is paid for standing by, in whole quanta, half up. */
export function standbyOf(fee: bigint, { standbyPercent }: Pick<Terms, 'standbyPercent'>, quantum: bigint): bigint {
  const whole = 100n * quantum
  return ((fee * BigInt(standbyPercent) * 2n + whole) / (whole * 2n)) * quantum
}

/** Splits a whole over so many by largest remainder, in their order: 90 over 4 is 23, 23, 22, 22. */
export function splitEvenly(whole: number, over: number): number[] {
  const [each, left] = [Math.floor(whole / over), whole % over]
  return Array.from({ length: over }, (_, at) => each + (at < left ? 1 : 0))
}

/** The first day of the week of a day, as the pilot counts them: Saturday. */
export function weekOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: (day.dayOfWeek + 1) % 7 })
}
