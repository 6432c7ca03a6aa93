import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayMoney } from '#hours/money'
import { termsOf } from '#hours/reads'
import { moneyReversed } from '#hours/standing-reads'
import { ErrorSummary } from '#ui/error-summary'
import { Day } from '#ui/when'
import { bridgeTrancheForm } from './bridge-tranche.form.ts'
import { ClosedNote } from './closed-note.tsx'
import { coordinatedFunder } from './coordinated.ts'
import { Above, AmountIn, FormId, Line, LookOver, lookedAt, viewOf } from './form-parts.tsx'
import { rateText } from './rate.ts'
import { bridgedAgainst, findTranche } from './reads.ts'
import { sayTranche } from './take-receipt.page.tsx'

/** Money lent until a tranche comes: how much, since when, on whose word. */
export async function bridgeTranchePage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const named = found(await findTranche(db, params.tranche ?? ''))
  const { bank, funder } = await coordinatedFunder(db, named.funder)
  const gone = await moneyReversed(db, bank.id)
  const tranche = found(await findTranche(db, named.id, gone))
  const terms = await termsOf(db, bank.id)
  const action = `/tranches/${tranche.id}/bridge`
  const above = <Above say={say} bank={bank} funder={funder} />
  const title = say('page.bridge.title')
  const look = lookedAt(bridgeTrancheForm, again, params)
  if (look && again) {
    const rate = look.rate === null ? null : rateText(look.rate)
    const source = `\u2068${look.rateSource ?? ''}\u2069`
    const facts = [
      [say('label.bank.funder'), <bdi>{funder.name}</bdi>],
      [say('label.funding.tranche'), sayTranche(say, tranche)],
      [say('label.funding.rate'), rate === null ? null : say('funding.rate', { from: tranche.currency, rate, to: bank.currency, source })],
      [say('label.funding.lent'), <strong>{sayMoney(say, look.amount, bank)}</strong>],
      [say('label.funding.lent-on'), <Day say={say} date={look.lentOn} weekday />],
      [say('label.funding.reference'), <bdi>{look.reference}</bdi>],
    ] as const
    const note = await ClosedNote({ db, say, bank, day: look.lentOn })
    const lead = say('page.bridge.look')
    const page = <LookOver say={say} above={above} action={action} values={again.values} lead={lead} facts={facts} note={note} />
    return viewOf(title, page, again)
  }
  const lent = await bridgedAgainst(db, tranche.id, gone)
  const body = (
    <>
      {above}
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{sayTranche(say, tranche)}</p>
      <p>{say('page.bridge.lead', { percent: terms.bridgePercentMax, days: terms.bridgeDaysMax })}</p>
      {lent === 0n ? null : <p>{say('page.bridge.lent', { amount: sayMoney(say, lent, bank) })}</p>}
      <form method="post" action={action} autocomplete="off">
        <FormId again={again} formId={formId} />
        <AmountIn say={say} again={again} currency={bank.currency} />
        {tranche.currency === bank.currency ? null : (
          <>
            <Line
              say={say}
              again={again}
              name="rate"
              hint={say('hint.funding.bridge-rate', { from: tranche.currency, to: bank.currency })}
            />
            <Line say={say} again={again} name="rateSource" hint={say('hint.funding.rate-source')} />
          </>
        )}
        <Line say={say} again={again} name="lentOn" hint={say('hint.funding.date')} />
        <Line say={say} again={again} name="reference" hint={say('hint.funding.bridge-reference')} seen />
        <button type="submit">{say('page.look.look')}</button>
      </form>
    </>
  )
  return viewOf(title, body, again)
}
