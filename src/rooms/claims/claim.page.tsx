import { askedForMoneyAmong } from '#coaching/told-reads'
import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import type { Bank } from '#hours/bank'
import { sayHours, sayMoney } from '#hours/money'
import { findBank, termsOf } from '#hours/reads'
import { mayCoordinate } from '#people/may'
import { profilesOf } from '#people/profile-reads'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Hidden, TextField } from '#ui/field'
import { Name } from '#ui/name'
import { Card, Notice, Tag } from '#ui/notice'
import { Table } from '#ui/table'
import { Day, When } from '#ui/when'
import { type Call, type Claim, type Line, limits, type State, stateOf } from './claim.ts'
import { StateTag } from './claims.page.tsx'
import { callsOf, findClaim, linesOf } from './reads.ts'

/** One claim: its meetings, what is odd about them, who is to be called, and the next hand that it needs. */
export async function claimPage(db: Db, { say, params, me, formId }: Asked, again?: Again): Promise<View> {
  const claim = found(await findClaim(db, params.claim ?? ''))
  const bank = found(await findBank(db, claim.bank))
  const { twoPersonsOver } = await termsOf(db, bank.id)
  const state = stateOf(claim, twoPersonsOver)
  const [lines, calls] = [await linesOf(db, claim.id), await callsOf(db, claim.id)]
  const people = await profilesOf(db, [claim.coach, ...claim.approvals.map(({ by }) => by)])
  const nameOf = (person: string) => people.get(person)?.fullName ?? '—'
  const decides = mayCoordinate(db, claim.programme) && me?.person !== claim.coach
  const asked = await askedForMoneyAmong(
    db,
    lines.map(({ meeting }) => meeting),
  )
  const has = { approved: claim.approvals.some(({ by }) => by === me?.person), needsTwo: claim.amount > twoPersonsOver }
  const body = (
    <>
      <p class="small">
        <a href={decides ? `/banks/${bank.id}/claims` : '/claims'}>{say('page.claims.title')}</a>
      </p>
      <h1>
        <Name name={nameOf(claim.coach)} /> · <Day say={say} date={claim.month} short /> <StateTag say={say} state={state} />
      </h1>
      <ErrorSummary say={say} again={again} />
      <Facts
        facts={[
          [say('label.claim.amount'), sayMoney(say, claim.amount, bank)],
          [say('label.claim.hours'), sayHours(say, claim.minutes)],
          [say('label.claim.made'), <When say={say} at={claim.at} />],
          [say('label.claim.approved-by'), claim.approvals.length > 0 ? claim.approvals.map(({ by }) => nameOf(by)).join(', ') : null],
          [say('label.claim.refused'), claim.refusal ? <bdi>{claim.refusal}</bdi> : null],
          [say('label.claim.paid'), claim.paidAt ? <When say={say} at={claim.paidAt} /> : null],
          [say('label.entry.reference'), claim.reference ? <bdi>{claim.reference}</bdi> : null],
        ]}
      />
      {decides && asked.size > 0 ? <Notice kind="bad">{say('page.claim.asked-for-money', { count: asked.size })}</Notice> : null}
      <LinesTable say={say} bank={bank} lines={lines} calls={decides ? calls : []} />
      {decides && state === 'claimed' ? <CallBacks say={say} claim={claim} lines={lines} calls={calls} formId={formId} /> : null}
      {decides ? (
        <Hands
          say={say}
          claim={claim}
          state={state}
          has={has}
          today={sayShortDay(say, db.now.toZonedDateTimeISO(say.zone).toPlainDate())}
          formId={formId}
          again={again}
        />
      ) : null}
    </>
  )
  return { title: say('page.claim.title', { name: nameOf(claim.coach) }), body, wide: true }
}

function LinesTable({ say, bank, lines, calls }: { say: Say; bank: Bank; lines: readonly Line[]; calls: readonly Call[] }) {
  const callOf = (meeting: string) => calls.find((call) => call.meeting === meeting)
  return (
    <Table
      caption={say('page.claim.lines')}
      rows={lines}
      columns={[
        { head: say('label.entry.day'), rowHead: true, cell: ({ day }) => <Day say={say} date={day} short /> },
        {
          head: say('label.claim.hours'),
          number: true,
          cell: ({ kind, minutes }) => (kind === 'held' ? sayHours(say, minutes) : say('claim.stood-by')),
        },
        { head: say('label.claim.amount'), number: true, cell: ({ amount }) => sayMoney(say, amount, bank) },
        { head: say('label.claim.odd'), cell: ({ flags }) => flags.map((flag) => <Tag kind="wait">{say(`claim.flag.${flag}`)}</Tag>) },
        {
          head: say('label.claim.call'),
          cell: ({ meeting, called }) => {
            const call = callOf(meeting)
            if (call) return say(`claim.call.${call.outcome}`)
            return called && calls.length >= 0 ? say('claim.call.to-do') : ''
          },
        },
      ]}
    />
  )
}

type CallProps = { say: Say; claim: Claim; lines: readonly Line[]; calls: readonly Call[]; formId: string }

/** The clients who are still to be called, one after another. */
function CallBacks({ say, claim, lines, calls, formId }: CallProps) {
  const told = new Map(calls.map(({ meeting, outcome }) => [meeting, outcome]))
  const open = lines.filter(({ called, meeting }) => called && told.get(meeting) !== 'confirmed')
  const [next] = open
  if (next === undefined) return null
  return (
    <Card now>
      <h2>{say('page.claim.calls', { count: open.length })}</h2>
      <p>
        <a href={`/coaching-meetings/${next.meeting}`}>
          <Day say={say} date={next.day} />
        </a>
      </p>
      <div class="row">
        {(['confirmed', 'otherwise', 'no-answer'] as const).map((outcome) => (
          <Button
            action={`/claims/${claim.id}/calls`}
            label={say(`claim.call.${outcome}`)}
            kind={outcome === 'confirmed' ? undefined : 'second'}
            fields={{ id: formId, meeting: next.meeting, outcome }}
          />
        ))}
      </div>
    </Card>
  )
}

type HandsProps = {
  say: Say
  claim: Claim
  state: State
  has: { approved: boolean; needsTwo: boolean }
  today: string
  formId: string
  again: Again | undefined
}

function Hands({ say, claim, state, has, today, formId, again }: HandsProps) {
  if (state === 'paid' || state === 'refused') return null
  return (
    <>
      {has.needsTwo && state === 'claimed' ? <Notice kind="wait">{say('page.claim.two', { count: claim.approvals.length })}</Notice> : null}
      {state === 'claimed' && !has.approved ? <Button action={`/claims/${claim.id}/approval`} label={say('page.claim.approve')} /> : null}
      {state === 'approved' && has.approved ? <p>{say('page.claim.other-pays')}</p> : null}
      {state === 'approved' && !has.approved ? (
        <form method="post" action={`/claims/${claim.id}/payment`}>
          <h2>{say('page.claim.pay')}</h2>
          <Hidden name="id" value={String(again?.values.id ?? formId)} />
          <TextField say={say} name="day" label={say('label.entry.day')} hint={say('page.date-hint')} value={today} short again={again} />
          <TextField
            say={say}
            name="reference"
            label={say('page.claim.reference')}
            hint={say('page.claim.reference-hint')}
            maxlength={limits.referenceCharsMax}
            again={again}
          />
          <button type="submit">{say('page.claim.pay-do')}</button>
        </form>
      ) : null}
      <details open={again?.values.reason !== undefined}>
        <summary>{say('page.claim.refuse')}</summary>
        <form method="post" action={`/claims/${claim.id}/refusal`}>
          <TextField say={say} name="reason" label={say('page.claim.reason')} maxlength={limits.reasonCharsMax} again={again} />
          <button type="submit" class="second">
            {say('page.claim.refuse-do')}
          </button>
        </form>
      </details>
    </>
  )
}
