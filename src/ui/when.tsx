import { dayOf, sayDay, sayInstant, sayUtc, sayWeekday } from '#ground/when'
import type { Say } from '#ground/words'

/** A moment in the reader's own words; the exact UTC time on hover. */
export function When({ say, at, day }: { say: Say; at: Temporal.Instant; day?: boolean }) {
  return (
    <time datetime={at.toString({ smallestUnit: 'second' })} title={sayUtc(at)}>
      {day ? sayDay(say, dayOf(say, at)) : sayInstant(say, at)}
    </time>
  )
}

/** A day, which has no zone. */
export function Day({ say, date, weekday }: { say: Say; date: Temporal.PlainDate; weekday?: boolean }) {
  return <time datetime={date.toString()}>{weekday ? sayWeekday(say, date) : sayDay(say, date)}</time>
}
