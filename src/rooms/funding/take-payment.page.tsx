import type { Db } from '#ground/db'
import { isId, textOf } from '#ground/form'
import { missing } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayMoney } from '#hours/money'
import { accountsOf } from '#hours/reads'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden } from '#ui/field'
import { Day } from '#ui/when'
import { ClosedNote } from './closed-note.tsx'
import { coordinatedBank } from './coordinated.ts'
import { Above, AmountIn, FormId, Line, LookOver, lookedAt, viewOf } from './form-parts.tsx'
import { limits } from './funding.ts'
import { payerOf } from './reads.ts'
import { takePaymentForm } from './take-payment.form.ts'

/** A step of a client's own part: `?for=` names whose hours it pays, `&from=` what they are called until a receipt says so. */
export async function takePaymentPage(db: Db, { say, params, formId, query }: Asked, again?: Again): Promise<View> {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const holder = textOf(again?.values, 'holder') ?? query.get('for') ?? ''
  const theirs = (await accountsOf(db, bank.id, { holder: isId(holder) ? holder : null })).filter((account) => account.holder === holder)
  if (holder !== '' && theirs.length === 0) missing()
  const action = `/banks/${bank.id}/payments`
  const above = <Above say={say} bank={bank} />
  const title = say('page.payment.title')
  const look = lookedAt(takePaymentForm, again, params)
  if (look && again) {
    const facts = [
      [say('label.funding.payer'), <strong dir="auto">{look.payer}</strong>],
      [say('label.funding.paid'), <strong>{sayMoney(say, look.amount, look)}</strong>],
      [say('label.funding.value-date'), <Day say={say} date={look.valueDate} weekday />],
      [say('label.funding.reference'), look.reference === null ? null : <bdi>{look.reference}</bdi>],
    ] as const
    const note = await ClosedNote({ db, say, bank, day: look.valueDate })
    const lead = say('page.payment.look')
    const page = <LookOver say={say} above={above} action={action} values={again.values} lead={lead} facts={facts} note={note} />
    return viewOf(title, page, again)
  }
  const cash = theirs.find(({ kind }) => kind === 'cash')?.balance ?? 0n
  const body = (
    <>
      {above}
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {holder === '' ? <p>{say('page.payment.for-whom')}</p> : <p>{say('page.payment.lead', { cash: sayMoney(say, cash, bank) })}</p>}
      {holder === '' ? null : (
        <form method="post" action={action} autocomplete="off">
          <FormId again={again} formId={formId} />
          <Hidden name="holder" value={holder} />
          <Line say={say} again={again} name="payer" value={await nameOf(db, bank.id, holder, query)} seen />
          <AmountIn say={say} again={again} currency={bank.currency} />
          <Line say={say} again={again} name="valueDate" hint={say('hint.funding.paid-on')} />
          <Line say={say} again={again} name="reference" hint={say('hint.funding.slip')} optional seen />
          <button type="submit">{say('page.look.look')}</button>
        </form>
      )}
    </>
  )
  return viewOf(title, body, again)
}

async function nameOf(db: Db, bank: string, holder: string, query: URLSearchParams): Promise<string> {
  return (await payerOf(db, bank, holder)) ?? [...(query.get('from') ?? '')].slice(0, limits.nameCharsMax).join('')
}
