import type { Again } from '#ground/route'
import { dayOf, sayNearDay, sayTime, sayWeekday } from '#ground/when'
import type { Say } from '#ground/words'
import { Hidden, Radios, Select, TextField } from '#ui/field'
import { limits, type Meeting, modes, places } from './coaching.ts'
import { CodeField, ToldOfMeeting, TopicFields } from './log-form.tsx'

type FieldFormProps = {
  say: Say
  again: Again | undefined
  formId: string
  today: Temporal.PlainDate
  meetings: readonly Meeting[]
  nameOf: (meeting: Meeting) => string
  of: string
}

/** Any of the coach's meetings by one form: which, and what was otherwise than booked; six taps and the client's six digits. */
export function FieldForm({ say, again, formId, today, meetings, nameOf, of }: FieldFormProps) {
  const asBooked = { empty: say('page.field.as-booked'), say, again }
  return (
    <form method="post" action="/field-log" autocomplete="off" id="field-log">
      <Hidden name="id" value={String(again?.values.id ?? formId)} />
      <Hidden name="of" value={of} />
      <Hidden name="zone" value={say.zone} />
      <Radios
        say={say}
        name="meeting"
        label={say('page.field.meeting')}
        again={again}
        {...(meetings.length === 1 ? { value: meetings[0]?.id ?? '' } : {})}
        choices={meetings.map((meeting) => ({ value: meeting.id, label: nameOf(meeting), hint: whenOf(say, meeting) }))}
      />
      <TopicFields say={say} again={again} />
      <CodeField say={say} again={again} optional />
      <Select
        say={say}
        name="day"
        label={say('page.meetings.log-day')}
        choices={daysFor(meetings, today).map((day) => ({ value: day.toString(), label: sayWeekday(say, day) }))}
        value={today.toString()}
        again={again}
      />
      <TextField
        say={say}
        name="minutes"
        label={say('page.meetings.minutes')}
        hint={say('page.field.minutes-hint')}
        inputmode="numeric"
        short
        again={again}
      />
      <Select
        {...asBooked}
        name="mode"
        label={say('page.coaching.mode')}
        choices={modes.map((value) => ({ value, label: say(`coaching.mode.${value}`) }))}
      />
      <Select
        {...asBooked}
        name="place"
        label={say('page.coaching.place')}
        choices={places.map((value) => ({ value, label: say(`coaching.place.${value}`) }))}
      />
      <ToldOfMeeting say={say} again={again} />
      <button type="submit">{say('page.coaching.log')}</button>
    </form>
  )
}

function whenOf(say: Say, { startsAt, minutes }: Meeting): string {
  const comma = say.language === 'fa-AF' ? '،' : ','
  const length = say('label.coaching.minutes', { minutes })
  return `${sayNearDay(say, dayOf(say, startsAt))}${comma} ${sayTime(say, startsAt)}${comma} ${length}`
}

/** Every day on which one of them can have been held while the page is kept: the script chooses the telephone's own. */
function daysFor(meetings: readonly Meeting[], today: Temporal.PlainDate): Temporal.PlainDate[] {
  const first = [today, ...meetings.map(({ day }) => day)].sort(Temporal.PlainDate.compare)[0] ?? today
  const last = today.add({ days: limits.fieldDays })
  return Array.from({ length: first.until(last).days + 1 }, (_, back) => last.subtract({ days: back }))
}
