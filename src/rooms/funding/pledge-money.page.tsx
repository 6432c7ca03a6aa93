import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { sayMoney } from '#hours/money'
import { ErrorSummary } from '#ui/error-summary'
import { Day } from '#ui/when'
import { coordinatedFunder } from './coordinated.ts'
import { Above, AnyMoney, FormId, Line, LookOver, lookedAt, viewOf } from './form-parts.tsx'
import { pledgeMoneyForm } from './pledge-money.form.ts'

/** What a funder says that it will give: typed, looked over, kept. */
export async function pledgeMoneyPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const { bank, funder } = await coordinatedFunder(db, params.funder ?? '')
  const action = `/funders/${funder.id}/pledges`
  const above = <Above say={say} bank={bank} funder={funder} />
  const title = say('page.pledge.title')
  const look = lookedAt(pledgeMoneyForm, again, params)
  if (look && again) {
    const facts = [
      [say('label.bank.funder'), <bdi>{funder.name}</bdi>],
      [say('label.funding.amount'), <strong>{sayMoney(say, look.amount, look)}</strong>],
      [say('label.funding.said-on'), <Day say={say} date={look.saidOn} weekday />],
      [say('label.funding.reference'), <bdi>{look.reference}</bdi>],
    ] as const
    const lead = say('page.pledge.look')
    return viewOf(title, <LookOver say={say} above={above} action={action} values={again.values} lead={lead} facts={facts} />, again)
  }
  const body = (
    <>
      {above}
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.pledge.lead')}</p>
      <form method="post" action={action} autocomplete="off">
        <FormId again={again} formId={formId} />
        <AnyMoney say={say} again={again} currency={funder.reportCurrency} />
        <Line say={say} again={again} name="saidOn" hint={say('hint.funding.date')} />
        <Line say={say} again={again} name="reference" hint={say('hint.funding.reference')} seen />
        <button type="submit">{say('page.look.look')}</button>
      </form>
    </>
  )
  return viewOf(title, body, again)
}
