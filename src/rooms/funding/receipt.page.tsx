import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import type { Bank, Funder } from '#hours/bank'
import { sayMoney } from '#hours/money'
import { findEntry } from '#hours/reads'
import { moneyReversed } from '#hours/standing-reads'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Notice } from '#ui/notice'
import { Day } from '#ui/when'
import { coordinatedFunder } from './coordinated.ts'
import { Above, FormId, Line } from './form-parts.tsx'
import type { Receipt } from './funding.ts'
import { findReceipt, findTranche } from './reads.ts'
import { sayTranche } from './take-receipt.page.tsx'

/** A receipt, to be printed and given out; and how it is taken back where it was noted wrongly. */
export async function receiptPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const receipt = found(await findReceipt(db, params.receipt ?? ''))
  const { bank, funder } = await coordinatedFunder(db, receipt.funder)
  const isGone = (await moneyReversed(db, bank.id)).includes(receipt.id)
  const tranche = receipt.tranche === null ? undefined : await findTranche(db, receipt.tranche)
  const title = say('page.receipt.title', { number: receipt.number })
  const body = (
    <>
      <Above say={say} bank={bank} funder={funder} />
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      {isGone ? (
        <Notice kind="bad">
          <p>{say('page.receipt.taken-back')}</p>
        </Notice>
      ) : null}
      <ReceiptFacts
        {...{ say, bank, funder, receipt }}
        tranche={tranche ? sayTranche(say, tranche) : null}
        enteredOn={(await findEntry(db, receipt.id))?.day}
      />
      <p class="screen">
        <a href={`/entries/${receipt.id}`}>{say('page.receipt.entry')}</a>
      </p>
      {receipt.holder === null || isGone ? null : (
        <p class="screen">
          <a href={`/banks/${bank.id}/payments?for=${receipt.holder}`}>{say('page.funder.next-payment')}</a> ·{' '}
          <a href={`/funders/${funder.id}/returns?for=${receipt.holder}`}>{say('page.return.title')}</a>
        </p>
      )}
      {isGone ? null : (
        <details class="screen" open={again !== undefined}>
          <summary>{say('page.receipt.take-back')}</summary>
          <form method="post" action={`/receipts/${receipt.id}/taking-back`} autocomplete="off">
            <p>{say('page.receipt.take-back-lead')}</p>
            <FormId again={again} formId={formId} />
            <Line say={say} again={again} name="reason" seen />
            <button type="submit" class="danger">
              {say('page.receipt.take-back')}
            </button>
          </form>
        </details>
      )}
    </>
  )
  return { title, body }
}

type FactsProps = {
  say: Say
  bank: Bank
  funder: Funder
  receipt: Receipt
  tranche: string | null
  enteredOn: Temporal.PlainDate | undefined
}

function ReceiptFacts({ say, bank, funder, receipt, tranche, enteredOn }: FactsProps) {
  const { rate, rateSource, currency, reportCurrency, reportDigits, reportRate } = receipt
  const isLater = enteredOn !== undefined && !enteredOn.equals(receipt.valueDate)
  const report = { currency: reportCurrency, minorDigits: reportDigits }
  return (
    <section class="card">
      <Facts
        facts={[
          [say('label.funding.payer'), <strong dir="auto">{receipt.payer}</strong>],
          [say('label.funding.paid'), <strong>{sayMoney(say, receipt.amount, receipt)}</strong>],
          [say('label.funding.value-date'), <Day say={say} date={receipt.valueDate} />],
          [say('label.funding.entered-on'), isLater ? <Day say={say} date={enteredOn} /> : null],
          [say('label.bank.funder'), <bdi>{funder.name}</bdi>],
          [say('label.funding.tranche'), tranche],
          [
            say('label.funding.rate'),
            rate === null ? null : say('funding.rate', { from: currency, rate, to: bank.currency, source: `\u2068${rateSource}\u2069` }),
          ],
          [say('label.funding.comes-to'), rate === null ? null : sayMoney(say, receipt.ledgerAmount, bank)],
          [say('label.funding.theirs'), reportRate === null ? null : sayMoney(say, receipt.reportAmount, report)],
          [say('label.funding.reference'), receipt.reference === null ? null : <bdi>{receipt.reference}</bdi>],
        ]}
      />
    </section>
  )
}
