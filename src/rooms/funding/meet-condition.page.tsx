import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayMoney } from '#hours/money'
import { ErrorSummary } from '#ui/error-summary'
import { Notice } from '#ui/notice'
import { Day } from '#ui/when'
import { coordinatedFunder } from './coordinated.ts'
import { Above, Line, Lines } from './form-parts.tsx'
import { findTranche } from './reads.ts'

/** What a tranche waits for, and the form that says since when it is so. */
export async function meetConditionPage(db: Db, { say, params }: Asked, again?: Again): Promise<View> {
  const tranche = found(await findTranche(db, params.tranche ?? ''))
  const { bank, funder } = await coordinatedFunder(db, tranche.funder)
  const title = say('page.condition.title')
  const body = (
    <>
      <Above say={say} bank={bank} funder={funder} />
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>
        {say('page.condition.lead', { nth: tranche.position, amount: sayMoney(say, tranche.amount, tranche) })}{' '}
        <Day say={say} date={tranche.dueOn} />
      </p>
      <Notice kind={tranche.metOn === null ? 'wait' : 'good'}>
        <p dir="auto">{found(tranche.condition)}</p>
        {tranche.metOn === null ? null : (
          <p>
            {say('page.condition.met')} <Day say={say} date={tranche.metOn} />
            {tranche.metWords === null ? null : <span dir="auto"> · {tranche.metWords}</span>}
          </p>
        )}
      </Notice>
      {tranche.metOn !== null ? null : (
        <form method="post" action={`/tranches/${tranche.id}/condition`} autocomplete="off">
          <Line say={say} again={again} name="metOn" hint={say('hint.funding.date')} />
          <Lines say={say} again={again} name="words" hint={say('hint.funding.words')} optional seen />
          <button type="submit">{say('page.condition.save')}</button>
        </form>
      )}
    </>
  )
  return { title, body }
}
