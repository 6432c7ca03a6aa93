import type { Db } from '#ground/db'
import { isId, textOf } from '#ground/form'
import { missing } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Bank, Funder } from '#hours/bank'
import { sayMoney } from '#hours/money'
import { paidInStead } from '#hours/pay-coach'
import { accountsOf } from '#hours/reads'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden } from '#ui/field'
import { Day } from '#ui/when'
import { ClosedNote } from './closed-note.tsx'
import { coordinatedFunder } from './coordinated.ts'
import { Above, AmountIn, FormId, Line, LookOver, lookedAt, viewOf } from './form-parts.tsx'
import { giveBackForm } from './give-back.form.ts'
import { payerOf } from './reads.ts'

/** Unspent money that goes back to who paid it; `?for=` names a client. */
export async function giveBackPage(db: Db, { say, params, formId, query }: Asked, again?: Again): Promise<View> {
  const { bank, funder } = await coordinatedFunder(db, params.funder ?? '')
  const holder = textOf(again?.values, 'holder') ?? query.get('for') ?? ''
  const free = await freeOf(db, bank, funder, holder)
  const action = `/funders/${funder.id}/returns`
  const above = <Above say={say} bank={bank} funder={funder} />
  const title = say('page.return.title')
  const look = lookedAt(giveBackForm, again, params)
  if (look && again) {
    const facts = [
      [say('label.funding.payee'), <strong dir="auto">{look.payee}</strong>],
      [say('label.funding.amount'), <strong>{sayMoney(say, look.amount, look)}</strong>],
      [say('label.funding.left-after'), sayMoney(say, free - look.amount, bank)],
      [say('label.funding.returned-on'), <Day say={say} date={look.returnedOn} weekday />],
      [say('label.funding.reference'), <bdi>{look.reference}</bdi>],
    ] as const
    const note = await ClosedNote({ db, say, bank, day: look.returnedOn })
    const lead = say('page.return.look')
    const page = <LookOver say={say} above={above} action={action} values={again.values} lead={lead} facts={facts} note={note} />
    return viewOf(title, page, again)
  }
  const payee = funder.kind === 'client' ? await payerOf(db, bank.id, holder) : funder.name
  const body = (
    <>
      {above}
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.return.lead', { free: sayMoney(say, free, bank) })}</p>
      <form method="post" action={action} autocomplete="off">
        <FormId again={again} formId={formId} />
        <Hidden name="holder" value={holder} />
        <AmountIn say={say} again={again} currency={bank.currency} />
        <Line say={say} again={again} name="payee" value={payee ?? ''} seen />
        <Line say={say} again={again} name="returnedOn" hint={say('hint.funding.date')} />
        <Line say={say} again={again} name="reference" hint={say('hint.funding.bank-slip')} seen />
        <button type="submit">{say('page.look.look')}</button>
      </form>
    </>
  )
  return viewOf(title, body, again)
}

/** What could go back now: of a funder, or of the one client who is named. */
async function freeOf(db: Db, bank: Bank, funder: Funder, holder: string): Promise<bigint> {
  if ((funder.kind === 'client') !== isId(holder)) missing()
  const of = isId(holder) ? holder : null
  const accounts = await accountsOf(db, bank.id, { holder: of })
  const cash = accounts.find((account) => account.kind === 'cash' && account.funder === funder.id && account.holder === of)
  if (funder.kind === 'client' && cash === undefined) missing()
  const free = (cash?.balance ?? 0n) - (of === null ? 0n : await paidInStead(db, bank.id, of))
  return free < 0n ? 0n : free
}
