import type { Db } from '#ground/db'
import { type EnrolledPerson, enrolledOf } from '#programmes/reads'

/** Who stands behind an enrolment, for a page: a name, and a line about them. */
export type Face = { enrolment: string; person: string; name: string; about: string; capacity: number; isIn: boolean }
export type Faces = ReadonlyMap<string, Face>

export const nameIn = (faces: Faces, enrolment: string | null) => (enrolment === null ? '–' : (faces.get(enrolment)?.name ?? '–'))

/** The places somebody has; none once they are out. */
export const placesOf = (faces: Faces, enrolment: string) => (faces.get(enrolment)?.isIn ? (faces.get(enrolment)?.capacity ?? 0) : 0)

/** Faces of a programme's enrolments, also of those who withdrew since. */
export async function facesOf(db: Db, programme: string): Promise<Faces> {
  const enrolled = await enrolledOf(db, programme, { withdrawnToo: true })
  return new Map(enrolled.map((one) => [one.enrolment, faceOf(one)]))
}

function faceOf({ enrolment, person, profile, capacity, withdrawnAt }: EnrolledPerson): Face {
  const about = [profile.jobTitle, profile.unit, profile.grade].filter(Boolean).join(' · ')
  return { enrolment, person, name: profile.fullName, about, capacity, isIn: withdrawnAt === null }
}
