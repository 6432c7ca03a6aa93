import type { Db } from '#ground/db'
import type { Again, Asked, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import type { Bank, Funder } from '#hours/bank'
import { sayMoney } from '#hours/money'
import { moneyReversed } from '#hours/standing-reads'
import { ErrorSummary } from '#ui/error-summary'
import { Select } from '#ui/field'
import { Day } from '#ui/when'
import { ClosedNote } from './closed-note.tsx'
import { coordinatedFunder } from './coordinated.ts'
import { Above, AnyMoney, FormId, Line, LookOver, lookedAt, viewOf } from './form-parts.tsx'
import { limits, type Tranche } from './funding.ts'
import { priceOf } from './price.ts'
import { rateText } from './rate.ts'
import { commitmentsOf, tranchesOf } from './reads.ts'
import { takeReceiptForm } from './take-receipt.form.ts'
import type { TakeReceipt } from './take-receipt.ts'

/** Money that a funder paid: what was paid, at which rate, for which tranche; looked over with what it comes to, and kept. */
export async function takeReceiptPage(db: Db, { say, params, formId, query }: Asked, again?: Again): Promise<View> {
  const { bank, funder } = await coordinatedFunder(db, params.funder ?? '')
  const tranches = await offeredTranches(db, bank.id, funder.id)
  const action = `/funders/${funder.id}/receipts`
  const above = <Above say={say} bank={bank} funder={funder} />
  const title = say('page.receipt-new.title')
  const look = lookedAt(takeReceiptForm, again, params)
  if (look && again) {
    const facts = factsOf(say, look, { bank, funder, tranches })
    const note = await ClosedNote({ db, say, bank, day: look.valueDate })
    const lead = say('page.receipt-new.look')
    const page = <LookOver say={say} above={above} action={action} values={again.values} lead={lead} facts={facts} note={note} />
    return viewOf(title, page, again)
  }
  const body = (
    <>
      {above}
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.receipt-new.lead')}</p>
      <form method="post" action={action} autocomplete="off">
        <FormId again={again} formId={formId} />
        <AnyMoney say={say} again={again} currency={funder.reportCurrency} />
        <Line say={say} again={again} name="rate" hint={say('hint.funding.rate', { currency: bank.currency })} optional />
        <Line say={say} again={again} name="rateSource" hint={say('hint.funding.rate-source')} optional />
        {funder.reportCurrency === bank.currency ? null : (
          <Line say={say} again={again} name="reportRate" hint={say('hint.funding.report-rate', { to: funder.reportCurrency })} optional />
        )}
        <Line say={say} again={again} name="valueDate" hint={say('hint.funding.value-date')} />
        {tranches.length === 0 ? null : (
          <Select
            say={say}
            again={again}
            name="tranche"
            label={say('label.funding.tranche')}
            empty={say('page.receipt-new.no-tranche')}
            value={query.get('tranche') ?? ''}
            choices={tranches.map((tranche) => ({ value: tranche.id, label: sayTranche(say, tranche) }))}
          />
        )}
        <Line say={say} again={again} name="payer" value={funder.name} seen />
        <Line say={say} again={again} name="reference" hint={say('hint.funding.bank-slip')} seen />
        <button type="submit">{say('page.look.look')}</button>
      </form>
    </>
  )
  return viewOf(title, body, again)
}

/** The tranches that are not all here, the first due first. */
async function offeredTranches(db: Db, bank: string, funder: string): Promise<Tranche[]> {
  const commitments = await commitmentsOf(db, { bank, funder, limit: limits.sheetRowsMax })
  const tranches = await tranchesOf(db, { bank, commitments: commitments.map(({ id }) => id) }, await moneyReversed(db, bank))
  return tranches.filter(({ received, amount }) => received < amount).slice(0, limits.tranchesOfferedMax)
}

/** A tranche in a few words: which, how much, by when. */
export function sayTranche(say: Say, tranche: Tranche): string {
  const facts = { nth: tranche.position, amount: sayMoney(say, tranche.amount, tranche), day: sayShortDay(say, tranche.dueOn) }
  return say('funding.tranche', facts)
}

type Around = { bank: Bank; funder: Funder; tranches: readonly Tranche[] }

function factsOf(say: Say, look: TakeReceipt, { bank, funder, tranches }: Around) {
  const price = priceOf(look, bank, funder)
  const tranche = tranches.find(({ id }) => id === look.tranche)
  const report = { currency: price.reportCurrency, minorDigits: price.reportDigits }
  return [
    [say('label.bank.funder'), <bdi>{funder.name}</bdi>],
    [say('label.funding.paid'), <strong>{sayMoney(say, look.amount, look)}</strong>],
    [say('label.funding.rate'), price.rate === null ? null : sayRate(say, look, bank.currency)],
    [say('label.funding.comes-to'), <strong>{sayMoney(say, price.ledgerAmount, bank)}</strong>],
    [say('label.funding.theirs'), price.reportRate === null ? null : sayMoney(say, price.reportAmount, report)],
    [say('label.funding.tranche'), tranche ? sayTranche(say, tranche) : null],
    [say('label.funding.value-date'), <Day say={say} date={look.valueDate} weekday />],
    [say('label.funding.payer'), <bdi>{look.payer}</bdi>],
    [say('label.funding.reference'), <bdi>{look.reference}</bdi>],
  ] as const
}

function sayRate(say: Say, { currency, rate, rateSource }: TakeReceipt, to: string): string {
  return say('funding.rate', { from: currency, rate: rate === null ? '' : rateText(rate), to, source: `\u2068${rateSource}\u2069` })
}
