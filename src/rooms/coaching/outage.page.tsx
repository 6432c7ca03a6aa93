import { businessesById } from '#businesses/reads'
import { readDate } from '#ground/calendar'
import type { Db } from '#ground/db'
import { textOf, textsOf } from '#ground/form'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayInstant, sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { findProgramme } from '#programmes/reads'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Hidden, TextField, Ticks } from '#ui/field'
import { limits, type Meeting } from './coaching.ts'
import { openBetween } from './list-reads.ts'

/** Which days the network was down, or the road closed; then the meetings of those days, ticked, to be excused together. */
export async function outagePage(db: Db, { say, params, query, formId }: Asked, again?: Again): Promise<View> {
  const programme = found(await findProgramme(db, params.programme ?? ''))
  const from = readDate(textOf(again?.values, 'from') ?? query.get('from') ?? '')
  const until = readDate(textOf(again?.values, 'until') ?? query.get('until') ?? '')
  const here = `/programmes/${programme.id}/outages`
  const isAsked = query.has('from') || again !== undefined
  const open = from && until ? await openBetween(db, programme.id, from, until) : []
  const names = await businessesById(
    db,
    open.map(({ business }) => business),
  )
  const body = (
    <>
      <p class="small">
        <a href={`/programmes/${programme.id}/coaching`}>{say('page.coaching.meetings')}</a>
      </p>
      <h1>{say('page.outage.head')}</h1>
      <p class="lead">{say('page.outage.lead')}</p>
      <ErrorSummary say={say} again={again} />
      <form method="get" action={here} class="screen">
        <TextField
          say={say}
          name="from"
          label={say('page.outage.from')}
          hint={say('page.date-hint')}
          short
          value={from ? sayShortDay(say, from) : ''}
        />
        <TextField say={say} name="until" label={say('page.outage.until')} short value={until ? sayShortDay(say, until) : ''} />
        <button type="submit" class="second">
          {say('page.outage.show')}
        </button>
      </form>
      {isAsked && !(from && until) ? <p role="alert">{say('slip.date')}</p> : null}
      {isAsked && from && until && open.length === 0 ? <Empty>{say('page.outage.none')}</Empty> : null}
      {from && until && open.length > 0 ? (
        <ExcuseForm
          say={say}
          again={again}
          action={here}
          formId={formId}
          open={open}
          nameOf={(id) => names.get(id)?.name ?? '—'}
          {...{ from, until }}
        />
      ) : null}
    </>
  )
  return { title: say('page.outage.head'), body }
}

type ExcuseProps = {
  say: Say
  again: Again | undefined
  action: string
  formId: string
  open: readonly Meeting[]
  nameOf: (business: string) => string
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

function ExcuseForm({ say, again, action, formId, open, nameOf, from, until }: ExcuseProps) {
  const choices = open.map(({ id, business, startsAt }) => ({
    value: id,
    label: `\u2068${nameOf(business)}\u2069`,
    hint: sayInstant(say, startsAt),
  }))
  const ticked = again ? textsOf(again.values, 'meetings') : open.map(({ id }) => id)
  return (
    <form method="post" action={action} autocomplete="off">
      <Hidden name="id" value={formId} />
      <Hidden name="from" value={from.toString()} />
      <Hidden name="until" value={until.toString()} />
      <Ticks say={say} name="meetings" label={say('page.outage.which')} choices={choices} values={ticked} again={again} />
      <TextField
        say={say}
        name="reason"
        label={say('page.outage.reason')}
        hint={say('page.outage.reason-hint')}
        maxlength={limits.reasonCharsMax}
        again={again}
      />
      <button type="submit">{say('page.outage.excuse')}</button>
    </form>
  )
}
