import type { Letter } from '#ground/mail'
import type { Correspondent } from '#partnerships/correspondent'
import type { Meeting } from './meeting.ts'

type Asked = {
  meeting: Meeting
  place: string | null
  person: string
  people: ReadonlyMap<string, Correspondent>
  method: 'REQUEST' | 'CANCEL'
}

/** The invitation that goes with a letter, for the calendar program of one of the two. */
export function calendarOf(_asked: Asked): Letter['calendar'] {
  return undefined
}
