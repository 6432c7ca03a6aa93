import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayMoney } from '#hours/money'
import { moneyReversed } from '#hours/standing-reads'
import { ErrorSummary } from '#ui/error-summary'
import { Day } from '#ui/when'
import { TrancheRow } from './commitment-rows.tsx'
import { coordinatedFunder } from './coordinated.ts'
import { Above, AmountIn, FormId, Line, Lines, LookOver, lookedAt, viewOf } from './form-parts.tsx'
import { planTrancheForm } from './plan-tranche.form.ts'
import { findCommitment, tranchesOf } from './reads.ts'

/** An instalment of what was signed: how much, by which day, and what must be so before. */
export async function planTranchePage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const commitment = found(await findCommitment(db, params.commitment ?? ''))
  const { bank, funder } = await coordinatedFunder(db, commitment.funder)
  const planned = await tranchesOf(db, { bank: bank.id, commitments: [commitment.id] }, await moneyReversed(db, bank.id))
  const left = commitment.amount - planned.reduce((sum, { amount }) => sum + amount, 0n)
  const action = `/commitments/${commitment.id}/tranches`
  const above = <Above say={say} bank={bank} funder={funder} />
  const title = say('page.tranche.title')
  const look = lookedAt(planTrancheForm, again, params)
  if (look && again) {
    const facts = [
      [say('label.bank.funder'), <bdi>{funder.name}</bdi>],
      [say('label.funding.commitment'), <bdi>{commitment.reference}</bdi>],
      [say('label.funding.amount'), <strong>{sayMoney(say, look.amount, look)}</strong>],
      [say('label.funding.due-on'), <Day say={say} date={look.dueOn} weekday />],
      [say('label.funding.condition'), look.condition === null ? null : <span dir="auto">{look.condition}</span>],
    ] as const
    const lead = say('page.tranche.look')
    return viewOf(title, <LookOver say={say} above={above} action={action} values={again.values} lead={lead} facts={facts} />, again)
  }
  const body = (
    <>
      {above}
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>
        {say('page.tranche.lead', {
          reference: `\u2068${commitment.reference}\u2069`,
          signed: sayMoney(say, commitment.amount, commitment),
          left: sayMoney(say, left, commitment),
        })}
      </p>
      {planned.length === 0 ? null : (
        <ul class="plain">
          {planned.map((tranche) => (
            <li class="card">
              <TrancheRow say={say} tranche={tranche} />
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={action} autocomplete="off">
        <FormId again={again} formId={formId} />
        <AmountIn say={say} again={again} currency={commitment.currency} />
        <Line say={say} again={again} name="dueOn" hint={say('hint.funding.date')} />
        <Lines say={say} again={again} name="condition" hint={say('hint.funding.condition')} optional seen />
        <button type="submit">{say('page.look.look')}</button>
      </form>
    </>
  )
  return viewOf(title, body, again)
}
