export const limits = {
  linkDaysMax: 400,
  rowsAPageMax: 40,
  rowsASheetMax: 50_000,
  linksShownMax: 20,
  entriesMax: 200_000,
  packRowsMax: 20_000,
} as const

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
/** The numbers of a funder's money that open to the entries behind them. */
export const moneyParts = ['received', 'reserved', 'spent', 'free'] as const
export type MoneyPart = (typeof moneyParts)[number]
/** What an entry did to the funder's money; `every` is how many there are of the asked part. */
export type LinkEntry = Record<MoneyPart, bigint> & {
  entry: string
  sequence: bigint
  kind: string
  day: Temporal.PlainDate
  every: bigint
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
/** What may be published of the programme and of this funder's money. */
export type LinkActivity = {
  bank: string
  funder: string
  title: string
  organisation: string
  organisationName: string
  zone: string
  starts: Temporal.PlainDate
  ends: Temporal.PlainDate
  currency: string
  minorDigits: number
}
export type LinkMoney = {
  type: '1' | '4' | '11' | '13' | 'plan'
  day: Temporal.PlainDate
  amount: bigint
  currency: string
  minorDigits: number
  /** Of a month's spending, in how many meetings; otherwise 0. */
  meetings: number
}

export type LinkStep = {
  sequence: bigint
  kind: string
  day: Temporal.PlainDate
  at: Temporal.Instant
  free: bigint
  reserved: bigint
  spent: bigint
  hash: Uint8Array
}
