import type { Db } from '#ground/db'
import { found } from '#ground/refusal'
import type { Again, Asked, View } from '#ground/route'
import { ErrorSummary } from '#ui/error-summary'
import { Name } from '#ui/name'
import { Notice } from '#ui/notice'
import { Day } from '#ui/when'
import { meetingByLink } from './link-reads.ts'
import { sayAnswer } from './meeting.page.tsx'
import { ConfirmForm } from './meeting-forms.tsx'

/** What a letter's link opens, without signing in: the day, the length, one button. Opening it changes nothing: scanners open links too. */
export async function linkPage(db: Db, { say, params, formId }: Asked, again?: Again): Promise<View> {
  const token = params.token ?? ''
  const linked = found(await meetingByLink(db, token))
  const said = linked.said && sayAnswer(say, { says: linked.said, minutes: linked.saidMinutes })
  const isOpen = !linked.closed && !linked.over && !linked.own && linked.said === null
  const body = (
    <>
      <h1>{say('page.confirm-link.head')}</h1>
      <ErrorSummary say={say} again={again} />
      <p class="lead">
        <Name name={linked.coach} /> · <Name name={linked.business} /> · <Day say={say} date={linked.day} weekday /> ·{' '}
        {say('label.coaching.minutes', { minutes: linked.minutes })}
      </p>
      {isOpen ? (
        <ConfirmForm
          say={say}
          again={again}
          formId={formId}
          id={linked.meeting}
          minutes={linked.minutes}
          action={`/coaching-confirmations/${encodeURIComponent(token)}`}
        />
      ) : null}
      {said ? <Notice kind={linked.said === 'yes' ? 'good' : 'wait'}>{say('page.confirm-link.said', { answer: said })}</Notice> : null}
      {linked.said === null && linked.closed ? <p>{say('page.confirm-link.closed')}</p> : null}
      {linked.over && !linked.closed && linked.said === null ? <p>{say('page.confirm-link.over')}</p> : null}
      {linked.own ? <p>{say('refusal.coaching.ownClient')}</p> : null}
    </>
  )
  return { title: say('page.confirm-link.title'), body }
}
