import type { Db } from '#ground/db'
import { type EnrolledPerson, enrolledOf } from '#programmes/reads'

/** Who stands behind an enrolment, for a page: a name, and a line about them. */
export type Face = { enrolment: string; person: string; name: string; about: string; capacity: number }

/** Faces of a programme's enrolments, also of those who withdrew since. */
export async function facesOf(db: Db, programme: string): Promise<ReadonlyMap<string, Face>> {
  const enrolled = await enrolledOf(db, programme, { withdrawnToo: true })
  return new Map(enrolled.map((one) => [one.enrolment, faceOf(one)]))
}

function faceOf({ enrolment, person, profile, capacity }: EnrolledPerson): Face {
  const about = [profile.jobTitle, profile.unit, profile.grade].filter(Boolean).join(' · ')
  return { enrolment, person, name: profile.fullName, about, capacity }
}
