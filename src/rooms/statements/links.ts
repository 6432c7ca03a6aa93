export const limits = { linkDaysMax: 400, rowsAPageMax: 40, rowsASheetMax: 50_000, linksShownMax: 20, entriesMax: 200_000 } as const

export type FunderLink = { id: string; until: Temporal.Instant; at: Temporal.Instant; endedAt: Temporal.Instant | null }

export type LinkSums = {
  funder: string
  bank: string
  name: string
  bankName: string
  currency: string
  minorDigits: number
  received: bigint
  reserved: bigint
  spent: bigint
  free: bigint
  minutes: bigint
  meetings: bigint
  businesses: bigint
  /** What all funders together paid for these meetings. */
  cost: bigint
  sequence: bigint
  hash: Uint8Array
}
export type LinkMeeting = {
  entry: string
  sequence: bigint
  day: Temporal.PlainDate
  /** A code of the business, good for this link alone. */
  business: string
  minutes: bigint
  part: bigint
  cost: bigint
}
export type LinkStep = {
  sequence: bigint
  kind: string
  day: Temporal.PlainDate
  at: Temporal.Instant
  reserved: bigint
  spent: bigint
  hash: Uint8Array
}
