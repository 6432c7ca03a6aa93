import type { Rules } from './rules.ts'

export const limits = {
  nameCharsMax: 200,
  purposeCharsMax: 2_000,
  wishCharsMax: 1_000,
  topicsMax: 20,
  lengthDaysMax: 1_827,
  capacityMax: 50,
  shownMax: 50,
  rowsAPageMax: 40,
  enrolledMax: 100_000,
  mustNotsMax: 2_000,
} as const

export const joinings = ['organisation', 'invited'] as const
/** Who may come in by themselves, by the programme's link: anybody of the organisation, or only whom the coordinator enrols. */
export type Joining = (typeof joinings)[number]

export const sides = ['mentor', 'mentee'] as const
export type Side = (typeof sides)[number]

export type Programme = {
  id: string
  organisation: string
  template: string
  name: string
  purpose: string
  startsOn: Temporal.PlainDate
  endsOn: Temporal.PlainDate
  joining: Joining
  /** The secret part of the link by which people join. */
  linkKey: string
  openedAt: Temporal.Instant
  openedBy: string
}

/** What a programme runs on, by version; the newest is in force. */
export type RulesInForce = { version: number; rules: Rules }

export type Stage = 'coming' | 'running' | 'over'

/** Where a programme stands on a day. */
export function stageOn(programme: Pick<Programme, 'startsOn' | 'endsOn'>, day: Temporal.PlainDate): Stage {
  if (Temporal.PlainDate.compare(day, programme.startsOn) < 0) return 'coming'
  return Temporal.PlainDate.compare(day, programme.endsOn) > 0 ? 'over' : 'running'
}

export type Enrolment = {
  id: string
  programme: string
  organisation: string
  person: string
  side: Side
  capacity: number
  topics: string[]
  wish: string
  alike: string[]
  enrolledAt: Temporal.Instant
  withdrawnAt: Temporal.Instant | null
}

export type ProgrammeFigures = { mentors: number; mentees: number; places: number; withdrawn: number }
