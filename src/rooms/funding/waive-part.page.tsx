import type { Db } from '#ground/db'
import { isId, textOf } from '#ground/form'
import { missing } from '#ground/refusal'
import type { Again, Asked, Markup, View } from '#ground/route'
import type { Say } from '#ground/words'
import { waivedFor } from '#hours/journal-reads'
import { sayMoney } from '#hours/money'
import { accountsOf, fundersOf } from '#hours/reads'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Radios, Select } from '#ui/field'
import { Day } from '#ui/when'
import { ClosedNote } from './closed-note.tsx'
import { coordinatedBank } from './coordinated.ts'
import { Above, AmountIn, FormId, Line, LookOver, lookedAt, viewOf } from './form-parts.tsx'
import { waivePartForm } from './waive-part.form.ts'

/** A client's own part, paid in their stead by a named source: `?for=` names whose. */
export async function waivePartPage(db: Db, { say, params, formId, query }: Asked, again?: Again): Promise<View> {
  const bank = await coordinatedBank(db, params.bank ?? '')
  const holder = textOf(again?.values, 'holder') ?? query.get('for') ?? ''
  const theirs = isId(holder) ? (await accountsOf(db, bank.id, { holder })).filter((account) => account.holder === holder) : []
  if (holder !== '' && theirs.length === 0) missing()
  const funders = (await fundersOf(db, bank.id)).filter(({ kind }) => kind !== 'client')
  const nameOf = (funder: string) => `\u2068${funders.find(({ id }) => id === funder)?.name ?? ''}\u2069`
  const action = `/banks/${bank.id}/waivers`
  const above = <Above say={say} bank={bank} />
  const title = say('page.waiver.title')
  const look = lookedAt(waivePartForm, again, params)
  if (look && again) {
    const facts = [
      [say('page.waiver.by'), nameOf(look.funder)],
      [say(`page.waiver.way.${look.way}`), <strong>{sayMoney(say, look.amount, look)}</strong>],
      [say('label.funding.value-date'), <Day say={say} date={look.paidOn} weekday />],
      [say('page.waiver.paper'), <bdi>{look.reference}</bdi>],
    ] as const
    const note = await ClosedNote({ db, say, bank, day: look.paidOn })
    const lead = say('page.waiver.look')
    return viewOf(
      title,
      <LookOver say={say} above={above} action={action} values={again.values} lead={lead} facts={facts} note={note} />,
      again,
    )
  }
  if (holder === '') return viewOf(title, <ForWhom say={say} above={above} title={title} />, again)
  const given = [...(await waivedFor(db, bank.id, holder))].filter(([, amount]) => amount > 0n)
  const body = (
    <>
      {above}
      <h1>{title}</h1>
      <ErrorSummary say={say} again={again} />
      <p>{say('page.waiver.lead')}</p>
      {given.map(([funder, amount]) => (
        <p>{say('page.waiver.given', { name: nameOf(funder), amount: sayMoney(say, amount, bank) })}</p>
      ))}
      <form method="post" action={action} autocomplete="off">
        <FormId again={again} formId={formId} />
        <Hidden name="holder" value={holder} />
        <Select
          say={say}
          again={again}
          name="funder"
          label={say('page.waiver.by')}
          choices={funders.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Radios
          say={say}
          again={again}
          name="way"
          label={say('page.waiver.way')}
          value="pay"
          choices={(['pay', 'take-back'] as const).map((way) => ({ value: way, label: say(`page.waiver.way.${way}`) }))}
        />
        <AmountIn say={say} again={again} currency={bank.currency} />
        <Line say={say} again={again} name="paidOn" hint={say('hint.funding.date')} />
        <Line say={say} again={again} name="reference" hint={say('hint.funding.waiver')} seen />
        <button type="submit">{say('page.look.look')}</button>
      </form>
    </>
  )
  return viewOf(title, body, again)
}

function ForWhom({ say, above, title }: { say: Say; above: Markup; title: string }) {
  return (
    <>
      {above}
      <h1>{title}</h1>
      <p>{say('page.payment.for-whom')}</p>
    </>
  )
}
