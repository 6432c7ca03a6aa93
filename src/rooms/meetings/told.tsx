import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { Hidden, TextField } from '#ui/field'
import { Notice } from '#ui/notice'
import { type Meeting, outcomeOf, stateOf } from './meeting.ts'
import { sayHappened } from './meeting-row.tsx'

type ToldProps = { say: Say; meeting: Meeting; name: string; me: string | null; formId: string; again: Again | undefined }

/** "Did you meet?": yes with the minutes in one click, or what happened instead; then what each said, and a difference as it is. */
export function Told(props: ToldProps) {
  const { say, meeting, name, me } = props
  const mine = meeting.statements.find(({ person }) => person === me)
  const theirs = meeting.statements.find(({ person }) => person !== me)
  return (
    <>
      {meeting.statements.length === 2 && outcomeOf(meeting) === null ? (
        <Notice kind="bad">
          <p>{say('page.meeting.differs', { name })}</p>
        </Notice>
      ) : null}
      {theirs ? <p>{say('page.meeting.they-said', { name, what: sayStatement(say, meeting, theirs, me) })}</p> : null}
      {mine ? (
        <>
          <p>{say('page.meeting.you-said', { what: sayStatement(say, meeting, mine, me) })}</p>
          <details>
            <summary>{say('page.meeting.say-otherwise')}</summary>
            <Ask {...props} />
          </details>
        </>
      ) : (
        <section class="card now">
          <h2>{say('page.meeting.did-you', { name })}</h2>
          <Ask {...props} />
        </section>
      )}
    </>
  )
}

const sayStatement = (say: Say, meeting: Meeting, { happened, minutes }: Meeting['statements'][number], me: string | null) =>
  happened === 'met' ? say('meeting.state.held', { minutes: minutes ?? 0 }) : sayHappened(say, meeting, happened, me)

function Ask({ say, meeting, name, me, formId, again }: ToldProps) {
  const path = `/meetings/${meeting.id}/statements`
  const [mine, theirs] = meeting.host === me ? ['absent-host', 'absent-guest'] : ['absent-guest', 'absent-host']
  const theySaid = meeting.statements.find(({ person, happened }) => person !== me && happened === 'met')?.minutes
  const others = [
    { happened: 'moved', label: say('page.meeting.was-moved') },
    { happened: theirs ?? '', label: say('page.meeting.was-absent', { name }) },
    { happened: mine ?? '', label: say('page.meeting.i-was-absent') },
    ...(stateOf(meeting, meeting.startsAt) === 'cancelled' ? [] : [{ happened: 'cancelled', label: say('page.meeting.was-cancelled') }]),
  ]
  return (
    <>
      <form method="post" action={path} autocomplete="off">
        <Hidden name="id" value={formId} />
        <Hidden name="happened" value="met" />
        <TextField
          say={say}
          name="minutes"
          label={say('page.meetings.minutes')}
          inputmode="numeric"
          short
          again={again}
          value={say.number(theySaid ?? meeting.minutes)}
        />
        <button type="submit">{say('page.meeting.we-met')}</button>
      </form>
      <div class="deeds">
        {others.map(({ happened, label }, at) => (
          <Button action={path} label={label} kind="quiet" little fields={{ id: nthId(formId, at), happened }} />
        ))}
      </div>
    </>
  )
}

/** Each button its own form's id: the page's, with another last digit. */
const nthId = (formId: string, nth: number) =>
  `${formId.slice(0, -1)}${((Number.parseInt(formId.slice(-1), 16) + nth + 1) % 16).toString(16)}`
