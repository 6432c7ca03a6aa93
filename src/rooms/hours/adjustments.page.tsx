import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import type { Say } from '#ground/words'
import { profilesOf } from '#people/profile-reads'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, Select, TextField } from '#ui/field'
import { Name } from '#ui/name'
import { Card, Tag } from '#ui/notice'
import { Day } from '#ui/when'
import type { Account } from './account.ts'
import { keptBank } from './bank.page.tsx'
import { type Bank, type Funder, limits } from './bank.ts'
import { Of } from './bank-change.page.tsx'
import { legsFrom } from './entry.ts'
import { sayMoney } from './money.ts'
import { accountsOf, fundersOf } from './reads.ts'
import { type Adjustment, adjustmentById, adjustmentsOf } from './share-reads.ts'

const rowsMax = 50

/** Corrections by hand: proposed by one, agreed by another. */
export async function adjustmentsPage(db: Db, { say, params, me, formId }: Asked, again?: Again): Promise<View> {
  const bank = await keptBank(db, params.bank ?? found(await adjustmentById(db, params.adjustment ?? '')).bank)
  const [funders, accounts] = [await fundersOf(db, bank.id), await accountsOf(db, bank.id)]
  const adjustments = await adjustmentsOf(db, bank.id, rowsMax)
  const people = await profilesOf(
    db,
    adjustments.map(({ by }) => by),
  )
  const choices = funders.filter(({ kind }) => kind !== 'client').map(({ id, name }) => ({ value: id, label: name }))
  const body = (
    <>
      <Of bank={bank} head={say('page.adjustments.head')} />
      <p class="soft">{say('page.adjustments.lead')}</p>
      <ErrorSummary say={say} again={again} />
      {adjustments.length === 0 ? <Empty>{say('page.adjustments.none')}</Empty> : null}
      {adjustments.map((adjustment) => (
        <Proposed
          say={say}
          bank={bank}
          adjustment={adjustment}
          legs={said(say, bank, adjustment, accounts, funders)}
          by={people.get(adjustment.by)?.fullName ?? '—'}
          mayDecide={me?.person !== adjustment.by}
          formId={formId}
        />
      ))}
      <h2>{say('page.adjustments.propose')}</h2>
      <form method="post" action={`/banks/${bank.id}/adjustments`}>
        <Hidden name="id" value={String(again?.values.id ?? formId)} />
        <Select
          say={say}
          name="from"
          label={say('page.adjustments.from')}
          choices={choices}
          empty={say('page.adjustments.outside')}
          again={again}
        />
        <Select
          say={say}
          name="to"
          label={say('page.adjustments.to')}
          choices={choices}
          empty={say('page.adjustments.outside')}
          again={again}
        />
        <TextField
          say={say}
          name="amount"
          label={say('page.adjustments.amount', { currency: bank.currency })}
          inputmode="numeric"
          short
          again={again}
        />
        <TextField
          say={say}
          name="reason"
          label={say('page.adjustments.reason')}
          hint={say('page.adjustments.reason-hint')}
          maxlength={limits.reasonCharsMax}
          again={again}
        />
        <button type="submit">{say('page.adjustments.send')}</button>
      </form>
    </>
  )
  return { title: say('page.adjustments.title', { bank: bank.name }), body }
}

type ProposedProps = {
  say: Say
  bank: Bank
  adjustment: Adjustment
  legs: readonly string[]
  by: string
  mayDecide: boolean
  formId: string
}

function Proposed({ say, adjustment, legs, by, mayDecide, formId }: ProposedProps) {
  const { id, decision, reason, day } = adjustment
  const state = decision === null ? 'waiting' : decision ? 'agreed' : 'declined'
  const kinds = { waiting: 'wait', agreed: 'good', declined: 'bad' } as const
  return (
    <Card>
      <p>
        <Day say={say} date={day} /> <Tag kind={kinds[state]}>{say(`page.shares.${state}`)}</Tag>
      </p>
      <ul>
        {legs.map((leg) => (
          <li>{leg}</li>
        ))}
      </ul>
      <p dir="auto">{reason}</p>
      <p class="soft">
        {say('page.shares.by')} <Name name={by} />
      </p>
      {decision === null && mayDecide ? (
        <div class="row">
          <Button action={`/adjustments/${id}/decision`} label={say('page.shares.agree')} fields={{ id: formId, agrees: 'yes' }} />
          <Button
            action={`/adjustments/${id}/decision`}
            label={say('page.shares.decline')}
            fields={{ id: formId, agrees: 'no' }}
            kind="second"
          />
        </div>
      ) : null}
    </Card>
  )
}

/** Each leg in words: whose money, and by how much it changes. */
function said(say: Say, bank: Bank, { lines }: Adjustment, accounts: readonly Account[], funders: readonly Funder[]): string[] {
  return legsFrom(lines).map(({ account, amount }) => {
    const of = accounts.find(({ id }) => id === account)
    const name = `\u2068${funders.find(({ id }) => id === of?.funder)?.name ?? '—'}\u2069`
    const facts = { name, amount: sayMoney(say, amount < 0n ? -amount : amount, bank) }
    if (of?.kind === 'from') return say(amount < 0n ? 'page.adjustments.brought-in' : 'page.adjustments.taken-out', facts)
    return say(amount < 0n ? 'page.adjustments.less' : 'page.adjustments.more', facts)
  })
}
