import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { mustCoordinate } from '#people/may'
import { findProgramme } from '#programmes/reads'
import { allotmentsIn } from './allotment-reads.ts'
import { isOpen, limits, stateOf } from './coaching.ts'
import { end } from './end-coaching.ts'
import { heldMeeting } from './held-meeting.ts'
import { insertExpiry, insertOutage } from './writes.ts'

export type ExcuseMeetings = {
  id: string
  programme: string
  meetings: readonly string[]
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  reason: string
}

/**
 * An outage, a closed road, a decree: meetings of those days that did not take place are ended with no mark on anyone, and the hours of
 * their businesses expire later by as many days. What was logged stays. The same id twice is one.
 */
export async function excuseMeetings(tx: Tx, asked: ExcuseMeetings): Promise<{ programme: string }> {
  const { id, programme: which, from, until, reason } = asked
  mustCoordinate(tx, which)
  const { organisation } = found(await findProgramme(tx, which))
  const days = from.until(until).days + 1
  if (days < 1 || days > limits.outageDaysMax) refuse('coaching.outageDays', { max: limits.outageDaysMax })
  const outage = { id, organisation, programme: which, fromDay: from, untilDay: until, reason, by: tx.by ?? missing() }
  if (!(await insertOutage(tx, outage))) return { programme: which }

  const businesses = new Set<string>()
  for (const each of [...asked.meetings].sort()) {
    const { meeting } = await heldMeeting(tx, each)
    if (meeting.programme !== which) missing()
    const isWithin = Temporal.PlainDate.compare(meeting.day, from) >= 0 && Temporal.PlainDate.compare(meeting.day, until) <= 0
    if (!isWithin || !isOpen(stateOf(meeting, tx.now))) continue
    await end(tx, meeting, 'forceMajeure', { reason, outage: id })
    businesses.add(meeting.business)
  }
  for (const allotment of await allotmentsIn(tx, which, [...businesses])) {
    await insertExpiry(tx, allotment.id, allotment.expiresOn.add({ days }), reason)
  }
  await tx.note('coaching.excused', id, { organisation, programme: which }, { meetings: businesses.size, days })
  return { programme: which }
}
