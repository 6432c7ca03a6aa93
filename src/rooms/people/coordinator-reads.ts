import { sql } from 'kysely'
import type { Db } from '#ground/db'
import type { RoleName } from './role.ts'

const rolesMax = 1_000

/** Who coordinates a programme, by a role on it or on its organisation; its administrators where nobody does. The longest first. */
export async function coordinatorsOf(db: Db, of: { programme: string; organisation: string }): Promise<string[]> {
  const { rows } = await sql<{ person: string; role: RoleName }>`
    select r.person, r.role from roles r
    where (r.programme = ${of.programme} or (r.programme is null and r.organisation = ${of.organisation}))
      and not exists (select 1 from role_ends e where e.role = r.id)
    order by r.given_at, r.id limit ${rolesMax}`.execute(db)
  const inRole = (name: RoleName) => rows.filter(({ role }) => role === name).map(({ person }) => person)
  const coordinators = inRole('coordinator')
  return [...new Set(coordinators.length > 0 ? coordinators : inRole('administrator'))]
}
