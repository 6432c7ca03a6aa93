import { z } from 'zod'
import { readDate } from '#ground/calendar'
import { type Form, formOf, id, latinDigits } from '#ground/form'
import type { SayYes } from './say-yes.ts'

/** `at`: a time shown, as an instant, or `other`, with a day and a time of one's own. */
const fields = formOf(z.object({ ask: id, at: z.string().optional(), day: z.string().optional(), time: z.string().optional() }))

export const sayYesForm: Form<SayYes> = (values) => {
  const read = fields(values)
  if ('slips' in read) return read
  const { ask, at = '', day = '', time = '' } = read.input
  if (at === '' && day.trim() === '' && time.trim() === '') return { slips: [{ field: 'at', key: 'slip.ask.time-missing' }] }
  if (at !== '' && at !== 'other') return shown(ask, at)
  const date = readDate(day)
  const clock = clockFrom(time)
  if (date && clock) return { input: { ask, at: date.toPlainDateTime(clock) } }
  return {
    slips: [...(date ? [] : [{ field: 'day', key: 'slip.date' }]), ...(clock ? [] : [{ field: 'time', key: 'slip.ask.clock' }])],
  }
}

function shown(ask: string, at: string): ReturnType<Form<SayYes>> {
  try {
    return { input: { ask, at: Temporal.Instant.from(at) } }
  } catch {
    return { slips: [{ field: 'at', key: 'slip.stale' }] }
  }
}

/** "14:30", "9.05", "۹:۳۰", "9" */
function clockFrom(text: string): Temporal.PlainTime | null {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(latinDigits(text.trim())) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null
  return Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) })
}
