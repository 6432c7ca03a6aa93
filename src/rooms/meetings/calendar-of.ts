import { type CalendarEvent, invitationFile, type Method } from '#ground/calendar-file'
import type { Letter } from '#ground/mail'
import { type Say, sayTo } from '#ground/words'
import { zoneOr } from '#ground/zone'
import type { Correspondent } from '#partnerships/correspondent'
import { type Answer, type Meeting, otherOf } from './meeting.ts'

type Asked = {
  meeting: Meeting
  /** How often a place was said or taken back. */
  placesSaid: number
  person: string
  people: ReadonlyMap<string, Correspondent>
  /** What each says of the time that stands. */
  answers: ReadonlyMap<string, Answer>
  method: Method
  now: Temporal.Instant
}

const house = '@lampline'
/** A time of its own thousand, so that an answer tells which time it is to, however often the place changed since. */
const sequencesATime = 1_000

export const uidOf = (meeting: string) => `${meeting}${house}`

/** The meeting that a UID of ours names; null where it is none of ours. */
export const meetingOfUid = (uid: string) => (uid.endsWith(house) ? uid.slice(0, -house.length).toLowerCase() : null)

/** A change has a higher number than what it changes; a cancellation has the highest of its time. */
export function sequenceOf(nth: number, placesSaid: number, method: Method = 'REQUEST'): number {
  return nth * sequencesATime + (method === 'CANCEL' ? sequencesATime - 1 : placesSaid)
}

/** Which time of a meeting an answer with this number is to. */
export const nthOfSequence = (sequence: number) => Math.floor(sequence / sequencesATime)

/** The invitation that goes with a letter, for the calendar program of one of the two; the other's address is not in it. */
export function calendarOf({ meeting, placesSaid, person, people, answers, method, now }: Asked): Letter['calendar'] {
  const [reader, partner] = [people.get(person), people.get(otherOf(meeting, person))]
  if (!reader?.email || !partner) return undefined
  const about = { ...meeting, meeting: meeting.id, partner: partner.name }
  const event = eventOf(sayTo(reader.reader), about, sequenceOf(meeting.nth, placesSaid, method))
  const guest = { name: reader.name, address: reader.email, answer: answers.get(person) ?? null }
  return { method, text: invitationFile(method, event, guest, now) }
}

type Told = Pick<Meeting, 'nth' | 'zone' | 'startsAt' | 'minutes' | 'saidAt'> & { meeting: string; partner: string }

/** One meeting as a calendar shows it: with whom and when, and the way to its page, where the two read in which place. */
export function eventOf(say: Say, told: Told, sequence: number, url = ''): CalendarEvent {
  const { meeting, startsAt, minutes, partner, saidAt } = told
  const page = `${url}/meetings/${meeting}`
  return {
    uid: uidOf(meeting),
    sequence,
    startsAt,
    minutes,
    zone: zoneOr(told.zone),
    title: say('mail.meeting.event.title', { name: partner }),
    words: `${say('mail.meeting.event.words')}\n${page}`,
    page,
    changedAt: saidAt,
  }
}
