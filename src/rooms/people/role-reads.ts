import type { ExpressionBuilder } from 'kysely'
import type { Db, Tables } from '#ground/db'
import { isId } from '#ground/form'
import { missing } from '#ground/refusal'
import type { GivenRole, RoleName } from './role.ts'

const rolesMax = 1_000

/** Programme by programme only officers for safeguarding are given and ended here. */
const isGivenHere = (eb: ExpressionBuilder<Tables, 'roles'>) => eb.or([eb('programme', 'is', null), eb('role', '=', 'safeguarding')])

/** Roles in force on a whole organisation, and its programmes' officers for safeguarding, the oldest first. */
export async function rolesIn(db: Db, organisation: string): Promise<GivenRole[]> {
  const rows = await db
    .selectFrom('roles')
    .select(['id', 'person', 'role', 'organisation', 'programme', 'givenAt'])
    .where('organisation', '=', organisation)
    .where(isGivenHere)
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
    .select(['id', 'person', 'role', 'organisation', 'programme', 'givenAt'])
    .where('id', '=', id)
    .where(isGivenHere)
    .executeTakeFirst()
  return row && { ...row, role: row.role as RoleName }
}
