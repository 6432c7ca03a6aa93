import { nothingKnown } from '#people/new-person'
import type { Profile } from '#people/person'
import { type Candidate, candidateOf, type Enrolled } from './candidate.ts'

const at = Temporal.Instant.from('2030-03-04T09:00:00Z')

const blank: Profile = { ...nothingKnown, code: '', fullName: '' }

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
