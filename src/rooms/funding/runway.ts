/** How long the present pace is looked back for, and how far ahead a day is named. */
export const runwayLimits = { paceWeeks: 8, daysAheadMax: 3_650 } as const

const daysInWeek = 7
const wholePoints = 10_000n
const hourMinutes = 60n

/** A funder who has a share: what is free of their money, and which part of each hour it pays. */
export type Purse = { funder: string; available: bigint; basisPoints: number }

export type Course = {
  purses: readonly Purse[]
  perHour: bigint
  stepMinutes: number
  quantum: bigint
  /** Minutes confirmed in the last weeks of `runwayLimits.paceWeeks`. */
  paceMinutes: bigint
  today: Temporal.PlainDate
  /** The last day of the programme; null where it has none. */
  endsOn: Temporal.PlainDate | null
}

/** `dryOn` is null where nothing is being used, or the day is too far off to name. `toGoOn`: what is missing until the end. */
export type PurseAhead = Purse & { minutes: bigint; dryOn: Temporal.PlainDate | null; toGoOn: bigint | null }

export type Runway = {
  purses: readonly PurseAhead[]
  /** Minutes that every purse can pay for, in whole steps. */
  minutes: bigint
  /** Whose purse is the first to be empty; several where they are empty together. */
  binds: readonly string[]
  dryOn: Temporal.PlainDate | null
  /** Minutes that the present pace needs until the programme's end; null without an end ahead or without a pace. */
  minutesToEnd: bigint | null
}

/** How far the money goes: of each purse, and of the bank, which goes as far as the shortest; see 7.3 of the domain. */
export function runwayOf(course: Course): Runway {
  const { purses, stepMinutes } = course
  const minutesToEnd = neededToEnd(course)
  const ahead = purses.map((purse) => {
    const minutes = minutesIn(purse, course.perHour)
    return { ...purse, minutes, dryOn: dryOn(course, minutes), toGoOn: minutesToEnd === null ? null : missing(course, purse, minutesToEnd) }
  })
  const shortest = ahead.reduce<bigint | null>((least, { minutes }) => (least === null || minutes < least ? minutes : least), null) ?? 0n
  const minutes = shortest - (shortest % BigInt(stepMinutes))
  const binds = ahead.filter((purse) => purse.minutes === shortest).map(({ funder }) => funder)
  return { purses: ahead, minutes, binds, dryOn: dryOn(course, minutes), minutesToEnd }
}

/** Whole minutes that a purse can pay its share of. */
function minutesIn({ available, basisPoints }: Purse, perHour: bigint): bigint {
  if (available <= 0n) return 0n
  return (available * hourMinutes * wholePoints) / (perHour * BigInt(basisPoints))
}

/** Hours to the hundredth, half up, as minutes alone would cut them: 337.62 is 20,257.14 minutes. */
export function hundredthsIn({ available, basisPoints }: Purse, perHour: bigint): bigint {
  if (available <= 0n) return 0n
  const under = perHour * BigInt(basisPoints)
  return (available * 100n * wholePoints * 2n + under) / (under * 2n)
}

function dryOn({ paceMinutes, today }: Course, minutes: bigint): Temporal.PlainDate | null {
  if (paceMinutes <= 0n) return null
  const days = (minutes * BigInt(runwayLimits.paceWeeks * daysInWeek)) / paceMinutes
  return days > BigInt(runwayLimits.daysAheadMax) ? null : today.add({ days: Number(days) })
}

function neededToEnd({ paceMinutes, today, endsOn }: Course): bigint | null {
  if (endsOn === null || paceMinutes <= 0n) return null
  const days = today.until(endsOn).days
  if (days <= 0) return null
  return upTo(paceMinutes * BigInt(days), BigInt(runwayLimits.paceWeeks * daysInWeek))
}

/** What a purse lacks to pay its share of so many minutes, up to the quantum. */
function missing({ perHour, quantum }: Course, { available, basisPoints }: Purse, minutes: bigint): bigint {
  const share = upTo(minutes * perHour * BigInt(basisPoints), hourMinutes * wholePoints * quantum) * quantum
  return share > available ? upTo(share - available, quantum) * quantum : 0n
}

function upTo(over: bigint, under: bigint): bigint {
  return (over + under - 1n) / under
}
