import { z } from 'zod'
import { readDate } from '#ground/calendar'
import { choice, type Form, formOf, id, latinDigits, line, maybeLine, type Read, slipKey, textOf, type Values, whole } from '#ground/form'
import { limits as noteLimits } from '#notebook/note'
import type { SaidTime } from './may-plan.ts'
import { happenings, limits } from './meeting.ts'

const minutes = whole(limits.minutesMin, limits.minutesMax)

/** A zone as the page carries it, unseen: the one in which its reader's times are said. */
const zone = z
  .string({ error: slipKey('slip.stale') })
  .max(60, slipKey('slip.stale'))
  .refine(isKnownZone, { error: slipKey('slip.meetings.zone') })

function isKnownZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return !/^[+-]/.test(name)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** "14:30", "9", "۹:۰۵"; 24:00 and beyond are no times of a day. */
export function readClock(text: string): Temporal.PlainTime | null {
  const read = /^(\d{1,2})(?:[:.٫](\d{2}))?$/.exec(latinDigits(text.trim()))
  const [hour, minute] = [Number(read?.[1]), Number(read?.[2] ?? 0)]
  return read && hour < 24 && minute < 60 ? Temporal.PlainTime.from({ hour, minute }) : null
}

const day = z
  .string({ error: slipKey('slip.date') })
  .transform((text) => readDate(text))
  .refine((read) => read !== null, { error: slipKey('slip.date') })
  .transform((read) => read as Temporal.PlainDate)
const clock = z
  .string({ error: slipKey('slip.meetings.clock') })
  .transform(readClock)
  .refine((read) => read !== null, { error: slipKey('slip.meetings.clock') })
  .transform((read) => read as Temporal.PlainTime)

type Dated = { day: Temporal.PlainDate; clock: Temporal.PlainTime; zone: string }
const said = <T extends Dated>({ day: date, clock: time, ...rest }: T) => ({ ...rest, local: date.toPlainDateTime(time) })
const map =
  <In, Out>(form: Form<In>, to: (input: In) => Out): Form<Out> =>
  (values) => {
    const read = form(values)
    return 'slips' in read ? read : { input: to(read.input) }
  }

const place = maybeLine(limits.placeCharsMax)
export const planMeetingForm = map(formOf(z.object({ id, partnership: id, day, clock, zone, minutes, place })), said)
export const moveMeetingForm = map(formOf(z.object({ meeting: id, nth: whole(1, 200), day, clock, zone, minutes })), said)
export const setRhythmForm = map(
  formOf(z.object({ id, partnership: id, day, clock, zone, minutes, everyWeeks: whole(1, limits.weeksMax) })),
  said,
)
export const stopRhythmForm = formOf(z.object({ partnership: id, rhythm: id }))
export const writeAtMeetingForm = formOf(z.object({ id, meeting: id, text: line(noteLimits.messageCharsMax, 'slip.notebook.text') }))
export const keepMessageForm = formOf(z.object({ meeting: id, text: maybeLine(noteLimits.messageCharsMax) }))
export const sayPlaceForm = formOf(z.object({ meeting: id, place }))
export const meetingForm = formOf(z.object({ meeting: id }))
export const answerMeetingForm = formOf(z.object({ id, meeting: id, answer: choice(['accepted', 'declined']) }))
export const takeOfferForm = formOf(z.object({ offer: id, nth: whole(1, limits.offeredMax) }))
export const offerForm = formOf(z.object({ offer: id }))
export const logMeetingForm = formOf(z.object({ id, partnership: id, day, zone, minutes: whole(1, limits.heldMinutesMax) }))

const happened = z.object({ id, meeting: id, happened: choice(happenings) })
const toldForm = formOf(happened)
const metForm = formOf(happened.extend({ minutes: whole(1, limits.heldMinutesMax) }))
/** Minutes are asked where they met, and nowhere else. */
export const sayWhetherMetForm: Form<{ id: string; meeting: string; happened: (typeof happenings)[number]; minutes: number | null }> = (
  values,
) => {
  if (textOf(values, 'happened') === 'met') return metForm(values)
  const read = toldForm(values)
  return 'slips' in read ? read : { input: { ...read.input, minutes: null } }
}

const offered = formOf(z.object({ id, partnership: id, minutes }))
/** Times that were ticked, each an instant, in the reader's zone. */
export const offerTimesForm: Form<{ id: string; partnership: string; minutes: number; times: SaidTime[] }> = (values) => {
  const read = offered(values)
  const times = readTicked(values)
  if ('slips' in read || 'slips' in times)
    return { slips: [...('slips' in read ? read.slips : []), ...('slips' in times ? times.slips : [])] }
  return { input: { ...read.input, times: times.input } }
}

function readTicked(values: Values): Read<SaidTime[]> {
  const zoneRead = zone.safeParse(textOf(values, 'zone'))
  const given = [values.times ?? []].flat().filter((one): one is string => typeof one === 'string')
  const slip = (key: string, facts = {}) => ({ slips: [{ field: 'times', key, facts }] })
  if (!zoneRead.success) return slip('slip.stale')
  if (given.length === 0) return slip('slip.meetings.tick')
  if (given.length > limits.offeredMax) return slip('slip.meetings.ticked-many', { max: limits.offeredMax })
  const times = given.map((text) => instantFrom(text)?.toZonedDateTimeISO(zoneRead.data).toPlainDateTime())
  if (times.some((one) => one === undefined)) return slip('slip.stale')
  return { input: times.flatMap((local) => (local ? [{ local, zone: zoneRead.data }] : [])) }
}

function instantFrom(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

export const renewFeedForm = formOf(z.object({ id }))
