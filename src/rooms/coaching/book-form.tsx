import type { Facts } from '#ground/refusal'
import type { Again } from '#ground/route'
import { sayShortDay } from '#ground/when'
import type { Say } from '#ground/words'
import { Hidden, Radios, Select, TextField, Tick } from '#ui/field'
import { modes, places } from './coaching.ts'

type WhenProps = { say: Say; again: Again | undefined; now: Temporal.Instant; minutes: number }

/** Day, time on the reader's clock, length, how and what kind of place: never an address. */
export function WhenFields({ say, again, now, minutes }: WhenProps) {
  const tomorrow = now.toZonedDateTimeISO(say.zone).toPlainDate().add({ days: 2 })
  return (
    <>
      <Hidden name="zone" value={say.zone} />
      <TextField
        say={say}
        name="day"
        label={say('page.meetings.day')}
        hint={say('page.date-hint')}
        short
        again={again}
        value={sayShortDay(say, tomorrow)}
      />
      <TextField
        say={say}
        name="clock"
        label={say('page.meetings.clock')}
        hint={say('page.meetings.clock-hint', { zone: say.zone })}
        short
        again={again}
      />
      <TextField
        say={say}
        name="minutes"
        label={say('page.meetings.minutes')}
        inputmode="numeric"
        short
        again={again}
        value={say.number(minutes)}
      />
      <ModeField say={say} again={again} />
      <PlaceField say={say} again={again} />
      <Tick say={say} name="escorted" label={say('page.coaching.escorted')} again={again} />
    </>
  )
}

type ChoiceProps = { say: Say; again: Again | undefined; value?: string }

export function ModeField({ say, again, value = 'in-person' }: ChoiceProps) {
  const choices = modes.map((mode) => ({ value: mode, label: say(`coaching.mode.${mode}`) }))
  return <Radios say={say} name="mode" label={say('page.coaching.mode')} row choices={choices} value={value} again={again} />
}

export function PlaceField({ say, again, value = 'business' }: ChoiceProps) {
  const choices = places.map((place) => ({ value: place, label: say(`coaching.place.${place}`) }))
  return (
    <Select
      say={say}
      name="place"
      label={say('page.coaching.place')}
      hint={say('page.coaching.place-hint')}
      choices={choices}
      value={value}
      again={again}
    />
  )
}

const shortOf = ['refusal.hours.short', 'refusal.coaching.queue']

type BookFormProps = WhenProps & { business: string; formId: string; mayCover: boolean }

/** Books a meeting. Where money was short, it is said above, and here one may choose to wait for it. */
export function BookForm({ say, again, now, minutes, business, formId, mayCover }: BookFormProps) {
  const short = again?.slips.find(({ key }) => key === 'refusal.hours.short')?.facts
  const isShort = again?.slips.some(({ key }) => shortOf.includes(key)) ?? false
  return (
    <form method="post" action={`/businesses/${business}/coaching`} autocomplete="off">
      <Hidden name="id" value={String(again?.values.id ?? formId)} />
      {isShort ? <Tick say={say} name="wait" label={say('page.coaching.wait')} hint={say('page.coaching.wait-hint')} ticked /> : null}
      {mayCover && short ? <Cover say={say} again={again} facts={short} /> : null}
      <WhenFields say={say} again={again} now={now} minutes={minutes} />
      <button type="submit">{say('page.coaching.book')}</button>
    </form>
  )
}

/** What a funder is short of, to be paid by the client this once: the price stands beside the consent. */
function Cover({ say, again, facts }: { say: Say; again: Again | undefined; facts: Facts }) {
  const [missing, currency] = [String(facts.missing ?? ''), String(facts.currency ?? '')]
  return (
    <>
      <Hidden name="missing" value={missing} />
      <Tick
        say={say}
        name="covers"
        label={say('page.coaching.cover', { missing, currency })}
        hint={say('page.coaching.cover-hint')}
        again={again}
      />
    </>
  )
}
