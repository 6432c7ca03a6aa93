import { hundredthsIn } from '#funding/runway'
import { runwayIn } from '#funding/runway-of'
import { todayOf } from '#funding/today'
import type { Db } from '#ground/db'
import type { Bank, Funder } from '#hours/bank'
import { type FunderFigures, funderFigures } from '#hours/figures'
import { fundersOf } from '#hours/reads'
import { type Exchange, exchangeOf } from './exchange.ts'
import type { Quarter } from './quarter.ts'
import { cameInOtherMoney, type Delivered, deliveredTo } from './statement-figures.ts'

/** How far a funder's free money goes, counted today; `dryOn` is null where nothing is being used. */
export type Ahead = { hundredths: bigint; dryOn: Temporal.PlainDate | null }

/** All that a statement of a quarter says of one funder. */
export type Statement = FunderFigures &
  Omit<Delivered, 'funder'> & {
    who: Funder
    /** Null where they read the bank's own currency, or nothing has come yet. */
    exchange: Exchange | null
    /** Null where they have no share. */
    ahead: Ahead | null
  }

export type Statements = { all: Omit<Delivered, 'funder'>; rows: Statement[]; countedOn: Temporal.PlainDate }

const nothing = { minutes: 0n, meetings: 0n, businesses: 0n }
const beginning = Temporal.PlainDate.from('0001-01-01')

/** What happened to each funder's money in a quarter, what it bought, and how far the rest goes. */
export async function statementsOf(db: Db, bank: Bank, quarter: Quarter): Promise<Statements> {
  const funders = await fundersOf(db, bank.id)
  const figures = await funderFigures(db, bank.id, quarter)
  const ever = await funderFigures(db, bank.id, { from: beginning, to: quarter.to })
  const [delivered, came] = [await deliveredTo(db, bank.id, quarter), await cameInOtherMoney(db, bank.id, quarter.to)]
  const countedOn = await todayOf(db, bank)
  const course = await runwayIn(db, bank, countedOn)
  const deliveredOf = (funder: string | null) => delivered.find((one) => one.funder === funder) ?? nothing
  const rows = funders.flatMap((who): Statement[] => {
    const [figure, end] = [figures, ever].map((list) => list.find(({ funder }) => funder === who.id))
    if (figure === undefined || end === undefined) return []
    const purse = course?.runway.purses.find(({ funder }) => funder === who.id)
    const theirs = came.filter(({ funder }) => funder === who.id)
    return [
      {
        ...deliveredOf(who.id),
        ...figure,
        who,
        exchange: exchangeOf(theirs, { before: less(end, figure), end }, quarter.from),
        ahead: purse && course ? { hundredths: hundredthsIn(purse, course.course.perHour), dryOn: purse.dryOn } : null,
      },
    ]
  })
  return { all: deliveredOf(null), rows, countedOn }
}

/** What had gone before the quarter: all up to its end, less what went in it. */
function less(end: FunderFigures, within: FunderFigures) {
  return {
    spent: end.spent - within.spent,
    returned: end.returned - within.returned,
    waived: end.waived - within.waived,
    corrected: end.corrected - within.corrected,
  }
}
