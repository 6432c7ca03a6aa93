import { createHash } from 'node:crypto'
import type { CoachingSpend } from '#coaching/figures'

export const limits = { reasonCharsMax: 500, referenceCharsMax: 150, rowsAPageMax: 40, linesMax: 500, monthsShownMax: 6 } as const

/** What is odd about a claimed meeting, by plain rules (7.7.14 of the domain). Each is a question to ask, never a verdict. */
export const flags = ['quick', 'same-time', 'two-places', 'round'] as const
export type Flag = (typeof flags)[number]

export type Line = {
  meeting: string
  kind: 'held' | 'stood-by'
  day: Temporal.PlainDate
  minutes: number
  amount: bigint
  flags: readonly Flag[]
  /** Chosen to be called back. */
  called: boolean
}
export type Call = { meeting: string; outcome: 'confirmed' | 'otherwise' | 'no-answer'; at: Temporal.Instant }

export type Claim = {
  id: string
  bank: string
  organisation: string
  programme: string
  coach: string
  month: Temporal.PlainDate
  amount: bigint
  minutes: number
  at: Temporal.Instant
  approvals: readonly { by: string }[]
  refusal: string | null
  paidAt: Temporal.Instant | null
  reference: string | null
}

export type State = 'claimed' | 'approved' | 'paid' | 'refused'

/** How far a claim is; over the bound it takes two to approve it. */
export function stateOf({ approvals, refusal, paidAt, amount }: Claim, twoPersonsOver: bigint): State {
  if (refusal !== null) return 'refused'
  if (paidAt !== null) return 'paid'
  return approvals.length >= (amount > twoPersonsOver ? 2 : 1) ? 'approved' : 'claimed'
}

const quickSeconds = 60
const sameTimesMin = 4
const roundMin = 6

type Seen = Pick<CoachingSpend, 'meeting' | 'day' | 'startsAt' | 'minutes' | 'mode' | 'how' | 'confirmedWithinSeconds'> & { place: string }

/** What is odd about each of a month's meetings, seen beside the others; `place` is the district of the business. */
export function flagsOf(meetings: readonly Seen[], zone: string): Map<string, Flag[]> {
  const timeOf = ({ startsAt }: Seen) => {
    const local = startsAt.toZonedDateTimeISO(zone)
    return `${local.dayOfWeek} ${local.hour}:${local.minute}`
  }
  const times = Map.groupBy(meetings, timeOf)
  const isRound = meetings.length >= roundMin && new Set(meetings.map(({ minutes }) => minutes)).size === 1
  const placesOn = (day: Temporal.PlainDate) =>
    new Set(meetings.filter((one) => one.mode === 'in-person' && one.day.equals(day)).map(({ place }) => place.toLowerCase()))
  return new Map(
    meetings.map((one) => {
      const odd: Flag[] = []
      if (one.how !== 'call' && one.how !== 'paper' && one.confirmedWithinSeconds < quickSeconds) odd.push('quick')
      if ((times.get(timeOf(one))?.length ?? 0) >= sameTimesMin) odd.push('same-time')
      if (one.mode === 'in-person' && placesOn(one.day).size > 1) odd.push('two-places')
      if (isRound) odd.push('round')
      return [one.meeting, odd]
    }),
  )
}

/** Which meetings are called back: every odd one, and of all the bank's percentage at least; drawn by a hash, so that nobody chooses. */
export function calledBack(claim: string, meetings: readonly { meeting: string; flags: readonly Flag[] }[], percent: number): Set<string> {
  const drawn = (meeting: string) => createHash('sha256').update(`${claim} ${meeting}`).digest('hex')
  const order = meetings.map(({ meeting }) => meeting).toSorted((a, b) => (drawn(a) < drawn(b) ? -1 : 1))
  const odd = meetings.filter((one) => one.flags.length > 0).map(({ meeting }) => meeting)
  return new Set([...odd, ...order.slice(0, Math.ceil((meetings.length * percent) / 100))])
}
