import { receivedInOrder } from '#funding/figures'
import { exchangeDifference } from '#funding/first-in-first-out'
import { runwayIn } from '#funding/runway-of'
import type { Db } from '#ground/db'
import type { Bank, Funder } from '#hours/bank'
import { type Days, deliveredByFunder } from '#hours/figures'
import { moneyReversed } from '#hours/standing-reads'

/** What a funder's money bought in some days, and how far what is left of it goes from today. */
export type Bought = {
  funder: Funder
  minutes: bigint
  meetings: bigint
  businesses: bigint
  /** Minutes that what is free pays its share of; null without a share. */
  minutesLeft: bigint | null
  dryOn: Temporal.PlainDate | null
  /** What changed rates gave or took of all that came, in the bank's currency; null where it reads the bank's own. */
  exchange: bigint | null
}

/** Of every funder with a share, in their order. */
export async function boughtIn(db: Db, bank: Bank, funders: readonly Funder[], days: Days): Promise<Bought[]> {
  const delivered = await deliveredByFunder(db, bank.id, days)
  const today = db.now.toZonedDateTimeISO('UTC').toPlainDate()
  const ahead = await runwayIn(db, bank, today)
  const gone = await moneyReversed(db, bank.id)
  const rows: Bought[] = []
  for (const funder of funders.filter(({ kind }) => kind !== 'budget')) {
    const theirs = delivered.find((row) => row.funder === funder.id)
    const purse = ahead?.runway.purses.find((row) => row.funder === funder.id)
    const isForeign = funder.kind === 'cash' && funder.reportCurrency !== bank.currency
    rows.push({
      funder,
      ...{ minutes: theirs?.minutes ?? 0n, meetings: theirs?.meetings ?? 0n, businesses: theirs?.holders ?? 0n },
      // Clients who pay as they go pay ahead of nothing: how far their money goes says nothing of when it ends.
      ...(funder.kind === 'client'
        ? { minutesLeft: null, dryOn: null }
        : { minutesLeft: purse?.minutes ?? null, dryOn: purse?.dryOn ?? null }),
      exchange: isForeign ? exchangeDifference(await receivedInOrder(db, funder.id, gone)) : null,
    })
  }
  return rows
}
