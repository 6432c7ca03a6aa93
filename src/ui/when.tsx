import { dayOf, sayAgo, sayDay, sayInstant, sayShortDay, sayUtc, sayWeekday } from '#ground/when'
import type { Say } from '#ground/words'

/** A moment in the reader's own words, `day` without the clock, `short` for tables; the exact UTC time on hover and in print. */
export function When({ say, at, day, short }: { say: Say; at: Temporal.Instant; day?: boolean; short?: boolean }) {
  const date = dayOf(say, at)
  return <Stamp at={at} text={short ? sayShortDay(say, date) : day ? sayDay(say, date) : sayInstant(say, at)} />
}

/** How long ago, or how far ahead, seen from `now`. */
export function Ago({ say, at, now }: { say: Say; at: Temporal.Instant; now: Temporal.Instant }) {
  return <Stamp at={at} text={sayAgo(say, at, now)} />
}

/** A day, which has no zone. */
export function Day({ say, date, weekday, short }: { say: Say; date: Temporal.PlainDate; weekday?: boolean; short?: boolean }) {
  return <time datetime={date.toString()}>{weekday ? sayWeekday(say, date) : short ? sayShortDay(say, date) : sayDay(say, date)}</time>
}

function Stamp({ at, text }: { at: Temporal.Instant; text: string }) {
  return (
    <time datetime={at.toString({ smallestUnit: 'second' })} title={sayUtc(at)}>
      {text}
    </time>
  )
}
