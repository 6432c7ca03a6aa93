import type { Again } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { topicName, topics } from '#people/topics'
import { Hidden, Select, TextArea, TextField, Tick, Ticks } from '#ui/field'
import { ModeField, PlaceField } from './book-form.tsx'
import { limits, type Meeting, presents } from './coaching.ts'

export type LogFieldsProps = {
  say: Say
  again: Again | undefined
  formId: string
  now: Temporal.Instant
  meeting: Pick<Meeting, 'mode' | 'place' | 'minutes' | 'groupMinutes' | 'log'>
}

/** Today, as long as planned, as it was booked: what is usual is filled in, so that a log is six taps. */
export function LogFields({ say, again, formId, now, meeting }: LogFieldsProps) {
  const { log } = meeting
  const today = now.toZonedDateTimeISO(say.zone).toPlainDate()
  return (
    <>
      <Hidden name="id" value={String(again?.values.id ?? formId)} />
      <Hidden name="zone" value={say.zone} />
      <TextField
        say={say}
        name="day"
        label={say('page.meetings.log-day')}
        hint={say('page.date-hint')}
        short
        again={again}
        value={sayShortDay(say, log?.day ?? today)}
      />
      <TextField
        say={say}
        name="minutes"
        label={say('page.meetings.minutes')}
        hint={say('page.coaching.minutes-hint')}
        inputmode="numeric"
        short
        again={again}
        value={say.number(log?.minutes ?? meeting.groupMinutes ?? meeting.minutes)}
      />
      <ModeField say={say} again={again} value={log?.mode ?? meeting.mode} />
      <PlaceField say={say} again={again} value={log?.place ?? meeting.place} />
      <TopicFields say={say} again={again} topics={log?.topics} />
      <ToldOfMeeting say={say} again={again} log={log} />
    </>
  )
}

type ToldProps = { say: Say; again: Again | undefined }

/** What it was about: one topic, or two. */
export function TopicFields({ say, again, topics: chosen = [] }: ToldProps & { topics?: readonly string[] | undefined }) {
  const names = topics
    .map((value) => ({ value, label: topicName(say, value) }))
    .sort((a, b) => a.label.localeCompare(b.label, say.language))
  return (
    <>
      {(['topic1', 'topic2'] as const).map((name, at) => (
        <Select
          say={say}
          name={name}
          label={say(`page.coaching.${name}`)}
          choices={names}
          empty={say('page.coaching.no-topic')}
          value={chosen[at]}
          again={again}
        />
      ))}
    </>
  )
}

/** Who was there, what comes next, and whether signal or road failed. */
export function ToldOfMeeting({ say, again, log = null }: ToldProps & { log?: Meeting['log'] }) {
  return (
    <>
      <Ticks
        say={say}
        name="present"
        label={say('page.coaching.present')}
        choices={presents.map((value) => ({ value, label: say(`coaching.present.${value}`) }))}
        values={log?.present ?? ['owner']}
        again={again}
      />
      <TextArea
        say={say}
        name="nextStep"
        label={say('page.coaching.next-step')}
        seen={say('seen.two')}
        maxlength={limits.stepCharsMax}
        rows={2}
        optional
        autocomplete="off"
        again={again}
      />
      <Tick say={say} name="outage" label={say('page.coaching.outage')} again={again} ticked={log?.outage ?? false} />
    </>
  )
}

/** Six digits off the client's strip. */
export function CodeField({ say, again, optional }: { say: Say; again: Again | undefined; optional?: boolean }) {
  return (
    <TextField
      say={say}
      name="code"
      label={say('page.coaching.code')}
      hint={say('page.coaching.code-hint')}
      inputmode="numeric"
      maxlength={12}
      short
      optional={optional}
      again={again}
    />
  )
}

/** The coach's log of one meeting, with the client's code where they give one. */
export function LogForm(props: LogFieldsProps & { id: string; hasStrip: boolean }) {
  const { say, again, id, hasStrip } = props
  return (
    <form method="post" action={`/coaching-meetings/${id}/log`} autocomplete="off">
      <LogFields {...props} />
      {hasStrip ? <CodeField say={say} again={again} optional /> : null}
      <button type="submit">{say('page.coaching.log')}</button>
    </form>
  )
}
