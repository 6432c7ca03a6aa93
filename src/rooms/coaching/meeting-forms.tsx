import type { Again } from '#ground/route'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { Hidden, Radios, TextField } from '#ui/field'
import { limits } from './coaching.ts'
import { CodeField } from './log-form.tsx'
import { ToldFields } from './told-fields.tsx'

export type FormProps = { say: Say; again: Again | undefined; formId: string; id: string }

/** The coach types the client's code for what is logged already. */
export function TypeCode({ say, again, formId, id }: FormProps) {
  return (
    <form method="post" action={`/coaching-meetings/${id}/code`} autocomplete="off">
      <h2>{say('page.coaching-meeting.type-code')}</h2>
      <Hidden name="id" value={formId} />
      <CodeField say={say} again={again?.values.code === undefined ? undefined : again} />
      <button type="submit">{say('page.coaching-meeting.send-code')}</button>
    </form>
  )
}

/** The client's own word: one button for yes, and for anything else a form that opens. */
export function ConfirmForm({ say, again, formId, id, minutes, action }: FormProps & { minutes: number; action: string }) {
  const path = action.startsWith('/') ? action : `/coaching-meetings/${id}/${action}`
  return (
    <>
      <h2>{say('page.coaching-meeting.is-right', { minutes })}</h2>
      <form method="post" action={path} autocomplete="off">
        <Hidden name="id" value={formId} />
        <Hidden name="says" value="yes" />
        <ToldFields say={say} again={undefined} />
        <button type="submit">{say('page.coaching-meeting.yes', { minutes })}</button>
      </form>
      <details open={again !== undefined}>
        <summary>{say('page.coaching-meeting.not-right')}</summary>
        <form method="post" action={path} autocomplete="off">
          <Hidden name="id" value={formId} />
          <Radios
            say={say}
            name="says"
            label={say('page.coaching-meeting.what-then')}
            choices={[
              { value: 'other', label: say('page.coaching-meeting.other-length') },
              { value: 'no', label: say('page.coaching-meeting.did-not') },
            ]}
            value="other"
            again={again}
          />
          <LengthField say={say} again={again} label={say('page.coaching-meeting.how-long')} optional />
          <ToldFields say={say} again={again} />
          <button type="submit" class="second">
            {say('page.coaching-meeting.say-so')}
          </button>
        </form>
      </details>
    </>
  )
}

/** Before it begins: how long it may be at the most, agreed in writing. */
export function LongerForm({ say, again, formId, id, minutes }: FormProps & { minutes: number }) {
  return (
    <details>
      <summary>{say('page.coaching-meeting.longer')}</summary>
      <form method="post" action={`/coaching-meetings/${id}/longer`} autocomplete="off">
        <Hidden name="id" value={formId} />
        <LengthField say={say} again={again} label={say('page.coaching-meeting.longer-most')} value={minutes} />
        <button type="submit" class="second">
          {say('page.coaching-meeting.longer-agree')}
        </button>
      </form>
    </details>
  )
}

type LengthProps = { say: Say; again: Again | undefined; label: string; value?: number; optional?: boolean }

function LengthField({ say, again, label, value, optional }: LengthProps) {
  const filled = value === undefined ? {} : { value: say.number(value) }
  return <TextField say={say} name="minutes" label={label} inputmode="numeric" short optional={optional} again={again} {...filled} />
}

/** What the client said on the telephone or on a paper, entered by a coordinator; or that nobody answered. */
export function ToldForm({ say, again, formId, id }: FormProps) {
  const mine = again?.values.how === undefined ? undefined : again
  return (
    <>
      <h2>{say('page.coaching-meeting.enter')}</h2>
      <form method="post" action={`/coaching-meetings/${id}/told`} autocomplete="off">
        <Hidden name="id" value={formId} />
        <Radios
          say={say}
          name="how"
          label={say('label.coaching.confirmed-how')}
          row
          value="call"
          choices={(['call', 'paper'] as const).map((value) => ({ value, label: say(`coaching.how.${value}`) }))}
          again={mine}
        />
        <Radios
          say={say}
          name="says"
          label={say('label.coaching.client-says')}
          value="yes"
          choices={[
            { value: 'yes', label: say('label.coaching.says-yes') },
            { value: 'other', label: say('page.coaching-meeting.other-length') },
            { value: 'no', label: say('label.coaching.says-no') },
          ]}
          again={mine}
        />
        <LengthField say={say} again={mine} label={say('page.coaching-meeting.how-long')} optional />
        <TextField
          say={say}
          name="reference"
          label={say('page.coaching-meeting.reference')}
          hint={say('page.coaching-meeting.reference-hint')}
          maxlength={limits.referenceCharsMax}
          optional
          again={mine}
        />
        <ToldFields say={say} again={mine} open />
        <button type="submit">{say('page.coaching-meeting.keep')}</button>
      </form>
      <Button
        action={`/coaching-meetings/${id}/calls`}
        label={say('page.coaching-meeting.no-answer')}
        kind="quiet"
        fields={{ id: formId, outcome: 'no-answer' }}
      />
    </>
  )
}

/** How long it was, decided by who coaches neither; no minutes is nothing. */
export function DecideForm(props: FormProps & { minutes: number }) {
  return <LengthAndWhy {...props} part="decision" head="page.coaching-meeting.decide" />
}

/** What was confirmed is corrected, with a reason. */
export function AmendForm(props: FormProps & { minutes: number }) {
  const { say } = props
  return (
    <details open={props.again !== undefined}>
      <summary>{say('page.coaching-meeting.amend')}</summary>
      <LengthAndWhy {...props} part="amendment" head="page.coaching-meeting.amend-head" />
    </details>
  )
}

type LengthAndWhyProps = FormProps & {
  minutes: number
  part: 'decision' | 'amendment'
  head: 'page.coaching-meeting.decide' | 'page.coaching-meeting.amend-head'
}

function LengthAndWhy({ say, again, formId, id, minutes, part, head }: LengthAndWhyProps) {
  const mine = again?.values.reason === undefined ? undefined : again
  return (
    <form method="post" action={`/coaching-meetings/${id}/${part}`} autocomplete="off">
      <h2>{say(head)}</h2>
      <Hidden name="id" value={formId} />
      <LengthField say={say} again={mine} label={say('page.coaching-meeting.pay-for')} value={minutes} />
      <TextField
        say={say}
        name="reason"
        label={say('page.coaching-meeting.reason')}
        seen={say('seen.business')}
        maxlength={limits.reasonCharsMax}
        again={mine}
      />
      <button type="submit">{say('page.coaching-meeting.keep')}</button>
    </form>
  )
}
