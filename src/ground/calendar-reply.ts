import ICAL from 'ical.js'
import { type Line, lineOf, linesOf, type Part, paramOf } from './ics-text.ts'

export const replyLimits = { textCharsMax: 100_000, eventsMax: 5, attendeesMax: 20, uidCharsMax: 200 } as const

/** What one guest answers to one invitation, as their calendar program sent it. */
export type CalendarReply = {
  uid: string
  /** In small letters. */
  attendee: string
  /** `another-time`: a COUNTER, which asks for another time than the one that stands. */
  answer: 'accepted' | 'declined' | 'tentative' | 'another-time'
  /** Of the invitation that is answered; null where the program does not say, as some of Outlook's. */
  sequence: number | null
  stampedAt: Temporal.Instant | null
  /** For which one of a series; we send none, so such a reply is to something else. */
  recurrenceId: string | null
}

const answers = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' } as const

/** The replies in a calendar of METHOD:REPLY or COUNTER; none where it is anything else, or cannot be read. */
export function readReplies(text: string): CalendarReply[] {
  if (text.length > replyLimits.textCharsMax) return []
  return parse(text).flatMap((calendar) => {
    const method = String(lineOf(calendar, 'method')?.[3] ?? '').toUpperCase()
    if (method !== 'REPLY' && method !== 'COUNTER') return []
    const events = calendar[2].filter(([name]) => name === 'vevent').slice(0, replyLimits.eventsMax)
    return events.flatMap((event) => repliesIn(event, method))
  })
}

function parse(text: string): Part[] {
  try {
    const parsed = ICAL.parse(text.replace(/^\ufeff?\s*/, '')) as unknown[]
    const parts = (typeof parsed[0] === 'string' ? [parsed] : parsed) as Part[]
    return parts.filter(([name]) => name === 'vcalendar')
  } catch {
    // The parser throws errors of many classes, all of which say that the text is none of a calendar.
    return []
  }
}

function repliesIn(event: Part, method: 'REPLY' | 'COUNTER'): CalendarReply[] {
  const uid = String(lineOf(event, 'uid')?.[3] ?? '')
  if (uid === '' || uid.length > replyLimits.uidCharsMax) return []
  const about = {
    uid,
    sequence: sequenceOf(event),
    stampedAt: instantOf(lineOf(event, 'dtstamp')),
    recurrenceId: lineOf(event, 'recurrence-id') ? String(lineOf(event, 'recurrence-id')?.[3]) : null,
  }
  return linesOf(event, 'attendee')
    .slice(0, replyLimits.attendeesMax)
    .flatMap((line) => {
      const [attendee, answer] = [addressOf(line), method === 'COUNTER' ? 'another-time' : answerOf(line)]
      return attendee === null || answer === undefined ? [] : [{ ...about, attendee, answer }]
    })
}

/** Some programs write PARTSTAT in small letters. */
function answerOf(line: Line): CalendarReply['answer'] | undefined {
  const partstat = (paramOf(line, 'partstat') ?? '').toUpperCase()
  return partstat in answers ? answers[partstat as keyof typeof answers] : undefined
}

/** Apple's may name an account by its own address, with that of the mail beside it. */
function addressOf(line: Line): string | null {
  const told = /^mailto:(.+)$/i.exec(String(line[3]).trim())?.[1] ?? paramOf(line, 'email')
  return told === undefined || !told.includes('@') ? null : told.trim().toLowerCase()
}

function sequenceOf(event: Part): number | null {
  const said = lineOf(event, 'sequence')?.[3]
  const sequence = Number(said)
  return said !== undefined && Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : null
}

function instantOf(line: Line | undefined): Temporal.Instant | null {
  const said = String(line?.[3] ?? '')
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(said) ? readInstant(said) : null
}

function readInstant(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
