export const limits = {
  nameCharsMax: 200,
  referenceCharsMax: 150,
  reasonCharsMax: 500,
  fundersMax: 8,
  bandsMax: 6,
  /** What the parts of an account may hold: int8 with room for sums. */
  amountMax: 10n ** 15n,
  minutesMax: 100_000,
  entriesAPageMax: 50,
} as const

/** A programme's bank of hours. Money is in minor units of its one currency; what is split is whole `quantum`s. */
export type Bank = {
  id: string
  organisation: string
  programme: string
  name: string
  currency: string
  minorDigits: number
  quantum: bigint
  stepMinutes: number
  minutesMin: number
  openedAt: Temporal.Instant
}

/** `client`: the client's own part, paid by each holder for themselves. `budget`: the programme's own line, which has no share. */
export type FunderKind = 'cash' | 'client' | 'budget'
export type Funder = {
  id: string
  bank: string
  name: string
  kind: FunderKind
  position: number
  reportCurrency: string
  /** How many basis points of a cost it takes on beyond its share, where another is short. */
  coversPoints: number
}

export type Tariff = { id: string; perHour: bigint; fromDay: Temporal.PlainDate }

/** Who pays which part, from so many used minutes on. Basis points; they add up to 10,000. */
export type Band = { id: string; fromMinutes: number; shares: readonly Share[] }
export type Share = { funder: string; basisPoints: number }

/**
 * Minutes that are paid for: the real ones, to the nearest step, half up; at least the minimum, and none where nobody met.
 * See 7.4 of the domain: 7 → 15, 22 → 15, 23 → 30, 50 → 45, 53 → 60.
 */
export function billableMinutes({ stepMinutes, minutesMin }: Pick<Bank, 'stepMinutes' | 'minutesMin'>, actual: number): number {
  if (actual <= 0) return 0
  const steps = Math.floor((actual * 2 + stepMinutes) / (stepMinutes * 2))
  return Math.max(minutesMin, steps * stepMinutes)
}

/** What minutes cost at so much an hour, half up to the quantum; minor units in and out. */
export function costOf(perHour: bigint, minutes: number, quantum: bigint): bigint {
  const whole = 60n * quantum
  return ((perHour * BigInt(minutes) * 2n + whole) / (whole * 2n)) * quantum
}

export type Piece = { band: string; minutes: number; cost: bigint }

/**
 * Cuts minutes at the bands: the first of them stands at `used` minutes. The costs of the pieces add up to the cost of the whole, since
 * each is what the cost grows by.
 */
export function cutAtBands(
  bands: readonly Band[],
  used: number,
  minutes: number,
  { perHour, quantum }: { perHour: bigint; quantum: bigint },
): Piece[] {
  const sorted = [...bands].sort((a, b) => a.fromMinutes - b.fromMinutes)
  const pieces: Piece[] = []
  let done = 0
  for (const [at, band] of sorted.entries()) {
    const end = sorted[at + 1]?.fromMinutes ?? Number.POSITIVE_INFINITY
    const inBand = Math.min(end - used - done, minutes - done)
    if (inBand <= 0) continue
    const cost = costOf(perHour, done + inBand, quantum) - costOf(perHour, done, quantum)
    pieces.push({ band: band.id, minutes: inBand, cost })
    done += inBand
  }
  return pieces
}
