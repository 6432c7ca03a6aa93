import type { Profile } from '#people/person'
import { type Candidate, candidateOf, type Enrolled } from './candidate.ts'

const at = Temporal.Instant.from('2030-03-04T09:00:00Z')

const blank: Profile = {
  code: '',
  fullName: '',
  nameLatin: null,
  calledName: null,
  email: null,
  phone: null,
  language: 'en',
  calendar: 'gregory',
  zone: 'UTC',
  unit: null,
  jobTitle: null,
  grade: null,
  gradeLevel: null,
  lineManagerCode: null,
  country: null,
  field: null,
  languages: [],
  canHelpWith: [],
  wantsHelpWith: [],
  freeHours: null,
  about: null,
}

type More = Partial<Omit<Enrolled, 'person' | 'side'>>

/** A candidate for tests of whom only what is said is known. */
export function mentor(code: string, profile: Partial<Profile> = {}, more: More = {}): Candidate {
  return someone('mentor', code, profile, more)
}

export function mentee(code: string, profile: Partial<Profile> = {}, more: More = {}): Candidate {
  return someone('mentee', code, profile, more)
}

function someone(side: 'mentor' | 'mentee', code: string, profile: Partial<Profile>, more: More): Candidate {
  const person = { ...blank, code, fullName: code, ...profile }
  return candidateOf({ id: code, person, side, capacity: 1, organisation: 'org', ...more }, at)
}
