import { type Form, type Slip, textOf, type Values } from '#ground/form'
import type { Again, Asked, Markup, View } from '#ground/route'
import type { Say } from '#ground/words'
import type { Bank, Funder } from '#hours/bank'
import { Facts } from '#ui/facts'
import { Hidden, TextArea, TextField } from '#ui/field'
import { Name } from '#ui/name'

/** Where a page stands: the bank's money and, where it is of one, its funder. */
export function Above({ say, bank, funder }: { say: Say; bank: Bank; funder?: Funder }) {
  return (
    <p class="small">
      <a href={`/banks/${bank.id}/money`}>{say('page.money.back')}</a> · <Name name={bank.name} />
      {funder === undefined ? null : (
        <>
          {' · '}
          <a href={`/funders/${funder.id}`}>
            <Name name={funder.name} />
          </a>
        </>
      )}
    </p>
  )
}

const isLook = ({ key }: Slip) => key === 'refusal.funding.look'

/** Whether nothing is wrong with what was typed: it is to be looked over, or its typer wants to change it. */
export const isPreview = (again: Again | undefined) => again?.slips.every(isLook) ?? false

/** What was typed, as the form read it, where it has only to be looked over. */
export function lookedAt<Input>(form: Form<Input>, again: Again | undefined, params: Asked['params']): Input | null {
  if (!again?.slips.some(isLook)) return null
  const read = form({ ...again.values, ...params })
  return 'input' in read ? read.input : null
}

type LookProps = {
  say: Say
  above: Markup
  action: string
  values: Values
  lead: string
  facts: readonly (readonly [label: Markup, value: Markup])[]
  note?: Markup
}

/** What is about to be kept, in the reader's own words: one button keeps it, another goes back to the form. Nothing typed is lost. */
export function LookOver({ say, above, action, values, lead, facts, note }: LookProps) {
  const fields = Object.entries(values).filter(([name]) => name !== 'look')
  return (
    <>
      {above}
      <h1>{say('page.look.title')}</h1>
      <p>{lead}</p>
      <section class="card">
        <Facts facts={facts} />
      </section>
      {note}
      <form method="post" action={action} class="deeds">
        {fields.map(([name, value]) => (typeof value === 'string' ? <Hidden name={name} value={value} /> : null))}
        <button type="submit" name="look" value="keep">
          {say('page.look.keep')}
        </button>
        <button type="submit" name="look" value="change" class="second">
          {say('page.look.change')}
        </button>
      </form>
    </>
  )
}

/** A form's page: the title in its frame, and whether it shows anything to mend. */
export function viewOf(title: string, body: Markup, again: Again | undefined): View {
  return { title, body, isPreview: isPreview(again) }
}

type Fielded = { say: Say; again: Again | undefined }

/** The id of the form: the same as long as it is being filled in, so that what is kept is kept once. */
export function FormId({ again, formId }: { again: Again | undefined; formId: string }) {
  return <Hidden name="id" value={textOf(again?.values, 'id') ?? formId} />
}

/** An amount in the bank's currency. */
export function AmountIn({ say, again, currency }: Fielded & { currency: string }) {
  return (
    <>
      <Hidden name="currency" value={currency} />
      <TextField say={say} again={again} name="amount" label={say('label.funding.amount-in', { currency })} inputmode="numeric" short />
    </>
  )
}

/** An amount in any currency, the funder's own to begin with. */
export function AnyMoney({ say, again, currency }: Fielded & { currency: string }) {
  return (
    <>
      <TextField say={say} again={again} name="amount" label={say('label.funding.amount')} inputmode="numeric" short />
      <TextField
        say={say}
        again={again}
        name="currency"
        label={say('label.funding.currency')}
        hint={say('hint.funding.currency')}
        value={currency}
        maxlength={3}
        short
      />
    </>
  )
}

type LineProps = Fielded & { name: string; hint?: string; value?: string; optional?: boolean; seen?: boolean }

/** A line of text, read by the programme's coordinators and in the journal. */
export function Line({ say, again, name, hint, value, optional, seen }: LineProps & { label?: never }) {
  return (
    <TextField
      say={say}
      again={again}
      name={name}
      label={sayLabel(say, name)}
      hint={hint}
      value={value}
      optional={optional}
      seen={seen ? say('seen.funding') : undefined}
    />
  )
}

/** Some lines of text. */
export function Lines({ say, again, name, hint, optional, seen }: LineProps) {
  return (
    <TextArea
      say={say}
      again={again}
      name={name}
      label={sayLabel(say, name)}
      hint={hint}
      optional={optional}
      rows={3}
      seen={seen ? say('seen.funding') : undefined}
    />
  )
}

const labels = {
  saidOn: 'label.funding.said-on',
  signedOn: 'label.funding.signed-on',
  dueOn: 'label.funding.due-on',
  lentOn: 'label.funding.lent-on',
  paidOn: 'label.funding.value-date',
  metOn: 'label.funding.met-on',
  valueDate: 'label.funding.value-date',
  givenOn: 'label.funding.given-on',
  returnedOn: 'label.funding.returned-on',
  reference: 'label.funding.reference',
  payer: 'label.funding.payer',
  payee: 'label.funding.payee',
  rate: 'label.funding.rate',
  rateSource: 'label.funding.rate-source',
  reportRate: 'label.funding.report-rate',
  condition: 'label.funding.condition',
  words: 'label.funding.words',
  description: 'label.funding.description',
  method: 'label.funding.method',
  reason: 'label.funding.reason',
} as const

function sayLabel(say: Say, name: string): string {
  return say(labels[name as keyof typeof labels])
}
