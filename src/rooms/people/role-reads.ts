import type { Db } from '#ground/db'
import { isId } from '#ground/form'
import { missing } from '#ground/refusal'
import type { GivenRole, RoleName } from './role.ts'

const rolesMax = 1_000

/** Roles in force on a whole organisation, the oldest first. */
export async function rolesIn(db: Db, organisation: string): Promise<GivenRole[]> {
  const rows = await db
    .selectFrom('roles')
    .select(['id', 'person', 'role', 'organisation', 'givenAt'])
    .where('organisation', '=', organisation)
    .where('programme', 'is', null)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('roleEnds').select('role').whereRef('roleEnds.role', '=', 'roles.id'))))
    .orderBy('givenAt')
    .orderBy('id')
    .limit(rolesMax)
    .execute()
  return rows.map((row) => ({ ...row, role: row.role as RoleName }))
}

/** Permission to give and end roles: the house, and administrators of the organisation; to anybody else it is not there. */
export async function mustAdminister(db: Db, organisation: string): Promise<void> {
  if (db.scope.door === 'house') return
  if (!db.scope.organisations.includes(organisation)) missing()
  const mine = (await rolesIn(db, organisation)).some(({ person, role }) => person === db.scope.person && role === 'administrator')
  if (!mine) missing()
}

/** The role by its id, in force or not. */
export async function findRole(db: Db, id: string): Promise<GivenRole | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('roles')
    .select(['id', 'person', 'role', 'organisation', 'givenAt'])
    .where('id', '=', id)
    .where('programme', 'is', null)
    .executeTakeFirst()
  return row && { ...row, role: row.role as RoleName }
}
