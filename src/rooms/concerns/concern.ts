import { endOfWorkingDay } from '#ground/when'

export const severities = ['immediate', 'serious', 'concern'] as const
/** `immediate`: somebody is in danger now; `serious`: somebody was harmed or may be soon; `concern`: something is not right. */
export type Severity = (typeof severities)[number]

export const outcomes = ['resolved', 'referred', 'unfounded', 'not-ours'] as const
export type Outcome = (typeof outcomes)[number]

export const limits = {
  whatCharsMax: 4_000,
  aboutCharsMax: 500,
  reachCharsMax: 500,
  messageCharsMax: 4_000,
  noteCharsMax: 4_000,
  helplinesCharsMax: 2_000,
  codeCharsMax: 40,
  messagesAConcernMax: 200,
  notesAConcernMax: 200,
  pairsAConcernMax: 20,
  holdsAConcernMax: 100,
  disclosuresAConcernMax: 50,
  itemsADisclosureMax: 40,
  concernsAnHourANetworkMax: 30,
  messagesAnHourANetworkMax: 60,
  /** Of the whole house: a flood from many networks buries nobody. */
  concernsAnHourMax: 500,
  /** Networks counted at once, in memory. */
  networksMax: 20_000,
  deskShownMax: 50,
  ownShownMax: 50,
  sweptMax: 500,
  quartersShownMax: 8,
  immediateHours: 1,
  seriousHours: 24,
  concernWorkingDays: 3,
} as const

type Week = { zone: string; restDays: readonly number[] }

/** When an officer must have answered, in the organisation's own week. */
export function dueAt(severity: Severity, raisedAt: Temporal.Instant, week: Week): Temporal.Instant {
  if (severity === 'immediate') return raisedAt.add({ hours: limits.immediateHours })
  if (severity === 'serious') return raisedAt.add({ hours: limits.seriousHours })
  return endOfWorkingDay(raisedAt, limits.concernWorkingDays, week.restDays, week.zone)
}

/** `overdue` and `waiting`: nobody has answered yet. */
export type Stand = 'overdue' | 'waiting' | 'open' | 'ended'

type Clock = { dueAt: Temporal.Instant; acknowledgedAt: Temporal.Instant | null; endedAt: Temporal.Instant | null }

export function standOf({ dueAt: due, acknowledgedAt, endedAt }: Clock, now: Temporal.Instant): Stand {
  if (endedAt !== null) return 'ended'
  if (acknowledgedAt !== null) return 'open'
  return Temporal.Instant.compare(due, now) < 0 ? 'overdue' : 'waiting'
}

/** The shape of the secret that opens a concern: 128 bits, as `newSecret` writes them. */
export const isReference = (text: string) => /^[A-Za-z0-9_-]{21}[AQgw]$/.test(text)
