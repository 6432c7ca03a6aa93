import type { Business } from '#businesses/business'
import { findBusiness } from '#businesses/reads'
import type { Db } from '#ground/db'
import { found, missing } from '#ground/refusal'
import { mayCoordinate } from '#people/may'
import { type CoachOf, coachOf } from './coach-of.ts'
import type { Meeting } from './coaching.ts'

/** A business as somebody stands to it: they keep its programme, own it, or coach it; perhaps two at once. */
export type Standing = { business: Business; coach: CoachOf | undefined; keeps: boolean; owns: boolean; coaches: boolean }

/** To whom a business is nothing, it is not there. */
export async function standingTo(db: Db, which: string): Promise<Standing> {
  const business = found(await findBusiness(db, which))
  const coach = await coachOf(db, business)
  const keeps = mayCoordinate(db, business.programme)
  const owns = db.by !== null && business.owners.some(({ person }) => person === db.by)
  const coaches = db.by !== null && coach?.coach === db.by
  if (!(keeps || owns || coaches)) missing()
  return { business, coach, keeps, owns, coaches }
}

export type MeetingStanding = { keeps: boolean; owns: boolean; coaches: boolean; judges: boolean; business: Business | undefined }

/** The same to one meeting: its own coach stays its coach. Who coaches never judges, whatever else they are. */
export async function standingAt(db: Db, meeting: Pick<Meeting, 'business' | 'programme' | 'coach'>): Promise<MeetingStanding> {
  const business = await findBusiness(db, meeting.business)
  const keeps = mayCoordinate(db, meeting.programme)
  const coaches = db.by !== null && meeting.coach === db.by
  const owns = db.by !== null && (business?.owners.some(({ person }) => person === db.by) ?? false)
  return { keeps, owns, coaches, judges: keeps && !coaches, business }
}
