import type { Again } from '#ground/route'
import { dayOf, sayInstant, sayShortDay, sayTime } from '#ground/when'
import type { Say } from '#ground/words'
import { Button } from '#ui/button'
import { Hidden, TextField, Ticks } from '#ui/field'
import { limits } from './meeting.ts'
import type { Rhythm } from './rhythm-reads.ts'
import type { Suiting } from './suiting.ts'

type Common = { say: Say; again: Again | undefined; formId: string; partnership: string; minutes: number }
const daysAWeek = 7

/** Times that suit both, to be ticked and offered; where none does, the nearest, with whom each suits. */
export function OfferForm(props: Common & { name: string; suiting: Suiting; isFirst: boolean; nameOf: (id: string) => string }) {
  const { say, again, formId, partnership, minutes, name, suiting, isFirst, nameOf } = props
  const choices = [
    ...suiting.times.map((at) => ({ value: at.toString(), label: sayInstant(say, at) })),
    ...suiting.nearest.map(({ at, suits }) => ({
      value: at.toString(),
      label: sayInstant(say, at),
      hint: say('page.meetings.suits', { names: say.list(suits.map(nameOf)) }),
    })),
  ]
  if (choices.length === 0) return <p class="soft">{say('page.meetings.no-times', { name })}</p>
  return (
    <form method="post" action={`/partnerships/${partnership}/meeting-offers`} autocomplete="off">
      <Hidden name="id" value={formId} />
      <Hidden name="zone" value={say.zone} />
      <Ticks
        say={say}
        name="times"
        label={say(suiting.times.length > 0 ? 'page.meetings.suiting' : 'page.meetings.nearest', { name })}
        hint={say('page.meetings.suiting-hint', { name, max: limits.offeredMax })}
        again={again}
        values={choices.slice(0, 1).map(({ value }) => value)}
        choices={choices}
      />
      <Hidden name="minutes" value={String(minutes)} />
      <button type="submit" class={isFirst ? undefined : 'second'}>
        {say('page.meetings.offer-these', { name })}
      </button>
    </form>
  )
}

type WhenProps = { say: Say; again: Again | undefined; minutes: number; at?: Temporal.Instant }

/** A day, a time on the reader's clock, and how long. */
export function WhenFields({ say, again, minutes, at }: WhenProps) {
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
        {...(at ? { value: sayShortDay(say, dayOf(say, at)) } : {})}
      />
      <TextField
        say={say}
        name="clock"
        label={say('page.meetings.clock')}
        hint={say('page.meetings.clock-hint', { zone: say.zone })}
        short
        again={again}
        {...(at ? { value: sayTime(say, at) } : {})}
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
    </>
  )
}

/** A time that the two have agreed on already. */
export function PlanForm({ say, again, formId, partnership, minutes }: Common) {
  return (
    <details open={again?.values.place !== undefined}>
      <summary>{say('page.meetings.plan')}</summary>
      <form method="post" action={`/partnerships/${partnership}/meetings`} autocomplete="off">
        <Hidden name="id" value={formId} />
        <WhenFields say={say} again={again} minutes={minutes} />
        <TextField
          say={say}
          name="place"
          label={say('page.meetings.place')}
          hint={say('page.meetings.place-hint')}
          seen={say('page.meetings.place-seen')}
          optional
          maxlength={limits.placeCharsMax}
          again={again}
        />
        <button type="submit" class="second">
          {say('page.meetings.plan-this')}
        </button>
      </form>
    </details>
  )
}

/** A standing rhythm: from a first meeting on, every so many weeks. */
export function RhythmForm(props: Common & { rhythm: Rhythm | undefined; everyDays: number }) {
  const { say, again, formId, partnership, minutes, rhythm, everyDays } = props
  const weeks = Math.max(1, Math.round(everyDays / daysAWeek))
  return (
    <details open={again?.values.everyWeeks !== undefined}>
      <summary>{say(rhythm ? 'page.meetings.rhythm-other' : 'page.meetings.rhythm', { weeks: rhythm?.everyWeeks ?? weeks })}</summary>
      {rhythm ? (
        <>
          <p>
            {say('page.meetings.rhythm-is', {
              weeks: rhythm.everyWeeks,
              time: rhythm.wallTime.toString({ smallestUnit: 'minute' }),
              zone: rhythm.zone,
            })}
          </p>
          <Button
            action={`/partnerships/${partnership}/rhythm-ending`}
            label={say('page.meetings.rhythm-stop')}
            kind="quiet"
            fields={{ rhythm: rhythm.id }}
          />
        </>
      ) : null}
      <form method="post" action={`/partnerships/${partnership}/rhythm`} autocomplete="off">
        <Hidden name="id" value={formId} />
        <TextField
          say={say}
          name="everyWeeks"
          label={say('page.meetings.every-weeks')}
          inputmode="numeric"
          short
          again={again}
          value={say.number(weeks)}
        />
        <WhenFields say={say} again={again} minutes={minutes} />
        <p class="small soft">{say('page.meetings.rhythm-hint')}</p>
        <button type="submit" class="second">
          {say('page.meetings.rhythm-set')}
        </button>
      </form>
    </details>
  )
}

/** A meeting that was not planned here, told afterwards. */
export function LogForm({ say, again, formId, partnership, minutes }: Common) {
  return (
    <details open={again !== undefined && again.values.clock === undefined && again.values.times === undefined}>
      <summary>{say('page.meetings.log')}</summary>
      <form method="post" action={`/partnerships/${partnership}/meeting-log`} autocomplete="off">
        <Hidden name="id" value={formId} />
        <Hidden name="zone" value={say.zone} />
        <TextField say={say} name="day" label={say('page.meetings.log-day')} hint={say('page.date-hint')} short again={again} />
        <TextField
          say={say}
          name="minutes"
          label={say('page.meetings.minutes')}
          inputmode="numeric"
          short
          again={again}
          value={say.number(minutes)}
        />
        <button type="submit" class="second">
          {say('page.meetings.log-this')}
        </button>
      </form>
    </details>
  )
}
