import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', '..', 'sample')

/** The sample organisation's people, as a sheet like anybody's. */
export function samplePeople(): Uint8Array {
  return readFileSync(join(folder, 'people.csv'))
}

export type SampleProgramme = {
  template: string
  name: string
  purpose: string
  joining: 'organisation' | 'invited'
  coordinator: string
  openedDaysAgo: number
  startsInDays: number
  endsInDays: number
  round: { runHoursAgo: number; approvedHoursAgo: number } | null
  mustNot: { person: string; other: string }[]
  enrolments: { person: string; side: 'mentor' | 'mentee'; capacity: number; topics: string[]; daysAgo: number; wish: string }[]
  answers: { mentee: string; proposal: number; by: 'mentee' | 'mentor'; answer: 'accepted' | 'declined'; hoursAgo: number }[]
}

/** Its programmes, told relative to the day on which they are loaded. */
export function sampleProgrammes(): SampleProgramme[] {
  return (JSON.parse(readFileSync(join(folder, 'programmes.json'), 'utf8')) as { programmes: SampleProgramme[] }).programmes
}
