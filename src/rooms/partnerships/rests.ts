/** From when to when a partnership rested; `until` is null while a hold without a day stands, and lies ahead before its day. */
export type Rest = { partnership: string; hold: string; since: Temporal.Instant; until: Temporal.Instant | null }

const { compare } = Temporal.Instant
const later = (one: Temporal.Instant, other: Temporal.Instant) => (compare(one, other) >= 0 ? one : other)
const hoursADay = 24

/** Hours since a moment in which it did not rest; rests that overlap count once. Hours as a fraction. */
export function hoursAwake(rests: readonly Rest[], since: Temporal.Instant, now: Temporal.Instant): number {
  let awakeFrom = since
  let hours = 0
  for (const rest of [...rests].sort((one, other) => compare(one.since, other.since))) {
    if (compare(rest.since, now) >= 0) break
    if (compare(rest.since, awakeFrom) > 0) hours += awakeFrom.until(rest.since).total('hours')
    if (rest.until === null) return hours
    awakeFrom = later(awakeFrom, rest.until)
  }
  return hours + Math.max(0, awakeFrom.until(now).total('hours'))
}

/** Whole days since a moment in which it did not rest. */
export const daysAwake = (rests: readonly Rest[], since: Temporal.Instant, now: Temporal.Instant) =>
  Math.floor(hoursAwake(rests, since, now) / hoursADay)

/** A time without contact: since when, and the id of what it began with, by which its reminders are counted. */
export type Quiet = { about: string; since: Temporal.Instant }
export type Contact = { partnership: string; begunAt: Temporal.Instant; metAt: Temporal.Instant | null; meeting: string | null }

/** It begins with the second yes, with the latest meeting held, or where a rest ended after those. A new one may remind anew. */
export function quietOf(contact: Contact, rests: readonly Rest[], now: Temporal.Instant): Quiet {
  const { partnership, begunAt, metAt, meeting } = contact
  let quiet: Quiet = { about: partnership, since: begunAt }
  if (metAt !== null && compare(metAt, begunAt) > 0) quiet = { about: meeting ?? partnership, since: metAt }
  for (const { hold, until } of rests) {
    if (until !== null && compare(until, now) <= 0 && compare(until, quiet.since) > 0) quiet = { about: hold, since: until }
  }
  return quiet
}
