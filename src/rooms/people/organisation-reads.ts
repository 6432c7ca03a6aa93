import type { Db } from '#ground/db'

const organisationsShownMax = 200

/** The organisations of this house that the asker may know of, by name. */
export async function organisationsSeen(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('organisations').select(['id', 'name']).orderBy('name').orderBy('id').limit(organisationsShownMax).execute()
}

/** An organisation's own clock, and its days of rest: ISO weekdays, 1 is Monday. */
export async function workingWeekOf(db: Db, organisation: string): Promise<{ zone: string; restDays: number[] }> {
  return db.selectFrom('organisations').select(['zone', 'restDays']).where('id', '=', organisation).executeTakeFirstOrThrow()
}

export async function findOrganisation(db: Db, id: string): Promise<{ id: string; name: string } | undefined> {
  return db.selectFrom('organisations').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
}
