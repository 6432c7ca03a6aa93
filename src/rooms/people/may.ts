import type { Db } from '#ground/db'
import { missing } from '#ground/refusal'

/** Permission to do, for the guard of a verb: the house may, and who coordinates the organisation; to anybody else it is not there. */
export function mustKeepOrganisation(db: Db, organisation: string): void {
  if (!mayKeepOrganisation(db, organisation)) missing()
}

export function mayKeepOrganisation(db: Db, organisation: string): boolean {
  return db.scope.door === 'house' || db.scope.organisations.includes(organisation)
}

/** Permission to do: the house may, and who coordinates the programme. */
export function mustCoordinate(db: Db, programme: string): void {
  if (!mayCoordinate(db, programme)) missing()
}

export function mayCoordinate(db: Db, programme: string): boolean {
  return db.scope.door === 'house' || db.scope.programmes.includes(programme)
}

/** Permission to do as this person: oneself, or the house. */
export function mustBe(db: Db, person: string): void {
  if (db.scope.door !== 'house' && db.scope.person !== person) missing()
}
