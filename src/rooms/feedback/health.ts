import type { Side } from '#partnerships/partnership'
import type { Pathway } from '#programmes/pathway'
import type { Benefit } from './review.ts'

/** The rules of health, in the order in which a coordinator reads them. Each is shown with its numbers; there is no score behind them. */
export const healthRules = ['quiet', 'first-meeting', 'unsigned', 'stage-late', 'review-unanswered', 'one-sided', 'ask-how'] as const
export type HealthRule = (typeof healthRules)[number]

/** A rule that a pair breaks: its numbers for the sentence, and since when. */
export type Finding = { rule: HealthRule; facts: Record<string, number | string>; since: Temporal.Instant }

/** What is known of a pair under way. */
export type PairNow = {
  stage: string
  enteredAt: Temporal.Instant
  begunAt: Temporal.Instant
  lastContactAt: Temporal.Instant
  meetingsHeld: number
  isHeld: boolean
  /** What each side said last of its benefit, and when; null where neither has. */
  benefit: (Readonly<Partial<Record<Side, Benefit>>> & { saidAt: Temporal.Instant }) | null
  /** The last review that a side left unanswered, where none was answered by both since. */
  unansweredAt: Temporal.Instant | null
  /** A review in which something should be looked at. */
  watchedAt: Temporal.Instant | null
}

const firstMeetingDays = 14
const perCent = 100
const hoursADay = 24

const daysAfter = (from: Temporal.Instant, days: number) => from.add({ hours: hoursADay * Math.ceil(days) })
const isPast = (now: Temporal.Instant, moment: Temporal.Instant) => Temporal.Instant.compare(now, moment) >= 0
const wholeDays = (from: Temporal.Instant, now: Temporal.Instant) => Math.floor(from.until(now).total('hours') / hoursADay)

/** Every rule that the pair breaks now; none while it rests. */
export function findingsOf(pathway: Pathway, pair: PairNow, now: Temporal.Instant): Finding[] {
  if (pair.isHeld) return []
  return [quiet, firstMeeting, stageLate, reviewUnanswered, oneSided, askHow].flatMap((rule) => rule(pathway, pair, now) ?? [])
}

type Rule = (pathway: Pathway, pair: PairNow, now: Temporal.Instant) => Finding | null

/** No contact for one and a half times the rhythm (or what the pathway says). */
const quiet: Rule = ({ contact, meetings }, { lastContactAt, meetingsHeld }, now) => {
  const since = daysAfter(lastContactAt, (contact.nudgeAt * meetings.everyDays) / perCent)
  if (meetingsHeld === 0 || !isPast(now, since)) return null
  return { rule: 'quiet', facts: { days: wholeDays(lastContactAt, now), every: meetings.everyDays }, since }
}

/** The first meeting within two weeks of the second yes. */
const firstMeeting: Rule = (_pathway, { begunAt, meetingsHeld }, now) => {
  const since = daysAfter(begunAt, firstMeetingDays)
  if (meetingsHeld > 0 || !isPast(now, since)) return null
  return { rule: 'first-meeting', facts: { days: wholeDays(begunAt, now), within: firstMeetingDays }, since }
}

/** A stage past its limit; waiting for a signature is said as what it is. */
const stageLate: Rule = ({ stages }, { stage: key, enteredAt }, now) => {
  const stage = stages.find((one) => one.key === key)
  if (stage?.limitDays == null) return null
  const since = daysAfter(enteredAt, stage.limitDays)
  if (!isPast(now, since)) return null
  const isUnsigned = stage.leave.some((one) => one.what === 'reached' && one.milestone === 'agreement-signed')
  const facts = { days: wholeDays(enteredAt, now), limit: stage.limitDays, stage: key }
  return { rule: isUnsigned ? 'unsigned' : 'stage-late', facts, since }
}

const reviewUnanswered: Rule = (_pathway, { unansweredAt }, now) =>
  unansweredAt === null ? null : { rule: 'review-unanswered', facts: { days: wholeDays(unansweredAt, now) }, since: unansweredAt }

/** One side says that it helps, and the other that it does not, or only in part. */
const oneSided: Rule = (_pathway, { benefit }) => {
  if (benefit === null) return null
  const { mentor, mentee, saidAt } = benefit
  if (mentor === undefined || mentee === undefined || (mentor === 'yes') === (mentee === 'yes')) return null
  return { rule: 'one-sided', facts: { mentor, mentee }, since: saidAt }
}

/** Somebody should ask how it goes; which side, and about what, is told to nobody. */
const askHow: Rule = (_pathway, { watchedAt }) => (watchedAt === null ? null : { rule: 'ask-how', facts: {}, since: watchedAt })
