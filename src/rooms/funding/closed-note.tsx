import type { Db } from '#ground/db'
import type { Markup } from '#ground/route'
import { sayDay } from '#ground/when'
import type { Say } from '#ground/words'
import type { Bank } from '#hours/bank'
import { closedThrough } from '#hours/reads'
import { Notice } from '#ui/notice'

type Props = { db: Db; say: Say; bank: Bank; day: Temporal.PlainDate }

/** Where a day is closed: on which day it will be entered instead. */
export async function ClosedNote({ db, say, bank, day }: Props): Promise<Markup> {
  const through = await closedThrough(db, bank.id)
  if (through === null || Temporal.PlainDate.compare(day, through) > 0) return null
  return (
    <Notice kind="wait">
      <p>{say('page.look.closed', { through: sayDay(say, through), day: sayDay(say, through.add({ days: 1 })) })}</p>
    </Notice>
  )
}
