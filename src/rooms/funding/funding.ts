import { refuse } from '#ground/refusal'

export const limits = {
  referenceCharsMax: 150,
  nameCharsMax: 200,
  textCharsMax: 500,
  tranchesMax: 24,
  /** How many rows of a list a page shows; the sheet has them all. */
  rowsShownMax: 8,
  commitmentsShownMax: 6,
  tranchesShownMax: 3,
  tranchesOfferedMax: 60,
  sheetRowsMax: 20_000,
  /** The most that one deed moves, in minor units: int8 with room for sums. */
  amountMax: 10n ** 18n,
  /** The most that a bank takes in altogether. */
  receivedMax: 4n * 10n ** 18n,
} as const

/** An amount in a currency of its own, in minor units. */
export type Money = { amount: bigint; currency: string; minorDigits: number }

type Kept = { id: string; bank: string; at: Temporal.Instant; by: string | null }
export type Pledge = Kept & Money & { funder: string; saidOn: Temporal.PlainDate; reference: string }
export type Commitment = Kept & Money & { funder: string; signedOn: Temporal.PlainDate; reference: string }

/** A planned instalment, with what must be so before it is paid, and when that was so. */
export type Tranche = Kept &
  Money & {
    commitment: string
    funder: string
    position: number
    dueOn: Temporal.PlainDate
    condition: string | null
    metOn: Temporal.PlainDate | null
    metWords: string | null
    metBy: string | null
    /** What came of it so far. */
    received: bigint
  }

export type Receipt = Kept &
  Money & {
    funder: string
    holder: string | null
    tranche: string | null
    number: number
    rate: string | null
    rateSource: string | null
    /** What it came to in the bank's currency. */
    ledgerAmount: bigint
    reportCurrency: string
    reportDigits: number
    /** What it was in the currency that its funder reads. */
    reportAmount: bigint
    reportRate: string | null
    valueDate: Temporal.PlainDate
    payer: string
    reference: string | null
  }

/** Money of the programme, lent to a funder's part until a tranche comes. */
export type Bridge = Kept & {
  funder: string
  tranche: string
  amount: bigint
  rate: string | null
  rateSource: string | null
  lentOn: Temporal.PlainDate
  reference: string
}

/** `agreed` is null while no second person has decided. */
export type Contribution = Omit<Kept, 'by'> & {
  funder: string
  description: string
  method: string
  amount: bigint
  givenOn: Temporal.PlainDate
  by: string
  agreed: boolean | null
  decidedBy: string | null
}

export type MoneyReturn = Kept & {
  funder: string
  holder: string | null
  amount: bigint
  returnedOn: Temporal.PlainDate
  payee: string
  reference: string
}

/** Refuses `funding.tooLarge` where the books could not hold an amount exactly. */
export function mustFit(...amounts: readonly bigint[]): void {
  if (amounts.some((amount) => amount > limits.amountMax)) refuse('funding.tooLarge')
}

/** Refuses `funding.future`: money is noted once it is there. */
export function mustBeOver(day: Temporal.PlainDate, now: Temporal.Instant): void {
  // Somewhere on Earth it is already tomorrow.
  const latest = now.toZonedDateTimeISO('Pacific/Kiritimati').toPlainDate()
  if (Temporal.PlainDate.compare(day, latest) > 0) refuse('funding.future')
}
