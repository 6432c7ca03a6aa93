import { exchangeDifference, firstInFirstOut } from '#funding/first-in-first-out'
import type { FunderFigures } from '#hours/figures'
import type { CameIn } from './statement-figures.ts'

/** A funder's quarter in the currency that they read, and what changed rates gave or took in the bank's. */
export type Exchange = {
  currency: string
  minorDigits: number
  /** What came in the quarter, each at its rate. */
  receipts: readonly CameIn[]
  opening: bigint
  received: bigint
  spent: bigint
  /** Given back, paid in clients' stead, corrected. */
  otherwise: bigint
  closing: bigint
  /** Of the quarter's receipts against the rate of the first receipt of all, in the bank's currency; below nothing it is lost. */
  difference: bigint
}

/** Since the beginning up to a day: what was spent, and all that left the funder's money. */
export type Gone = Pick<FunderFigures, 'spent' | 'returned' | 'waived' | 'corrected'>

const allGone = ({ spent, returned, waived, corrected }: Gone) => spent + returned - waived - corrected

/** Null where nothing came up to the quarter's last day: then there is no rate to count by. */
export function exchangeOf(came: readonly CameIn[], gone: { before: Gone; end: Gone }, from: Temporal.PlainDate): Exchange | null {
  const latest = came.at(-1)
  if (latest === undefined) return null
  const earlier = came.filter(({ day }) => Temporal.PlainDate.compare(day, from) < 0)
  const at = (receipts: readonly CameIn[], by: Gone) => ({
    came: receipts.reduce((sum, { foreign }) => sum + foreign, 0n),
    spent: firstInFirstOut(receipts, by.spent).spent,
    left: firstInFirstOut(receipts, allGone(by)).left,
  })
  const [before, end] = [at(earlier, gone.before), at(came, gone.end)]
  const [received, spent] = [end.came - before.came, end.spent - before.spent]
  return {
    ...{ currency: latest.reportCurrency, minorDigits: latest.reportDigits },
    receipts: came.filter((one) => !earlier.includes(one)),
    ...{ opening: before.left, received, spent, otherwise: before.left + received - spent - end.left, closing: end.left },
    difference: exchangeDifference(came) - exchangeDifference(earlier),
  }
}
