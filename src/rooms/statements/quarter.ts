import type { Days } from '#hours/figures'

export type Quarter = Days & { name: string }

/** The quarter of the Gregorian year in which a day falls: `2026-2` is April to June. */
export function quarterOf(day: Temporal.PlainDate): Quarter {
  const nth = Math.ceil(day.month / 3)
  const from = day.with({ month: nth * 3 - 2, day: 1 })
  return { name: `${day.year}-${nth}`, from, to: from.add({ months: 3 }).subtract({ days: 1 }) }
}

const quartersMax = 40

/** The quarters from one day to another, the latest first. */
export function quartersBetween(first: Temporal.PlainDate, last: Temporal.PlainDate): Quarter[] {
  const quarters: Quarter[] = []
  for (
    let quarter = quarterOf(last);
    Temporal.PlainDate.compare(quarter.to, first) >= 0;
    quarter = quarterOf(quarter.from.subtract({ days: 1 }))
  ) {
    quarters.push(quarter)
    if (quarters.length >= quartersMax) break
  }
  return quarters
}
