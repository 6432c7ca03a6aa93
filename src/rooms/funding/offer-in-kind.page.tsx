import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { sayMoney } from '#hours/money'
import { ErrorSummary } from '#ui/error-summary'
import { Day } from '#ui/when'
import { coordinatedFunder } from './coordinated.ts'
import { Above, AmountIn, FormId, Line, Lines, LookOver, lookedAt, viewOf } from './form-parts.tsx'
import { offerInKindForm } from './offer-in-kind.form.ts'

/** Given otherwise than in money: what, valued how, at how much. */
export async function offerInKindPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const { bank, funder } = await coordinatedFunder(db, params.funder ?? '')
  const action = `/funders/${funder.id}/in-kind`
  const above = <Above say={say} bank={bank} funder={funder} />
  const title = say('page.in-kind.title')
  const look = lookedAt(offerInKindForm, again, params)
  if (look && again) {
    const facts = [
      [say('label.bank.funder'), <bdi>{funder.name}</bdi>],
      [say('label.funding.description'), <span dir="auto">{look.description}</span>],
      [say('label.funding.method'), <span dir="auto">{look.method}</span>],
      [say('label.funding.value'), <strong>{sayMoney(say, look.amount, look)}</strong>],
      [say('label.funding.given-on'), <Day say={say} date={look.givenOn} weekday />],
    ] as const
    const lead = say('page.in-kind.look')
    return viewOf(title, <LookOver say={say} above={above} action={action} values={again.values} lead={lead} facts={facts} />, again)
  }
  const body = (
    <>
      {above}
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.in-kind.lead')}</p>
      <form method="post" action={action} autocomplete="off">
        <FormId again={again} formId={formId} />
        <Lines say={say} again={again} name="description" hint={say('hint.funding.description')} seen />
        <Lines say={say} again={again} name="method" hint={say('hint.funding.method')} seen />
        <AmountIn say={say} again={again} currency={bank.currency} />
        <Line say={say} again={again} name="givenOn" hint={say('hint.funding.date')} />
        <button type="submit">{say('page.look.look')}</button>
      </form>
    </>
  )
  return viewOf(title, body, again)
}
