import { sql } from 'kysely'
import type { Tx } from '#ground/db'
import type { Attribute } from './person.ts'
import type { RoleName } from './role.ts'

type NewOrganisation = { id: string; name: string; zone: string; language: string }

export async function insertOrganisation(tx: Tx, organisation: NewOrganisation): Promise<void> {
  await tx
    .insertInto('organisations')
    .values({ ...organisation, madeAt: tx.now })
    .execute()
}

type NewRole = { id: string; person: string; role: RoleName; organisation: string; programme?: string | null }

/** False when this very form was sent before. */
export async function insertRole(tx: Tx, role: NewRole): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('roles')
    .values({ ...role, givenAt: tx.now, givenBy: tx.by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Roles of an organisation change one after the other, until the transaction ends: at once, two last administrators could both go. */
export async function lockRolesOf(tx: Tx, organisation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roles of ${organisation}`}, 0))`.execute(tx)
}

/** False when the role had ended before. */
export async function insertRoleEnd(tx: Tx, role: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('roleEnds')
    .values({ role, at: tx.now, by: tx.by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What a person tells of themselves, in place of what a sheet or they said before. */
export async function insertAttribute(
  tx: Tx,
  person: string,
  attribute: Attribute,
  told: { sealed: Uint8Array; marks: string },
): Promise<void> {
  const row = { person, attribute, ...told, givenAt: tx.now, givenBy: person }
  await tx.deleteFrom('attributesTakenBack').where('person', '=', person).where('attribute', '=', attribute).execute()
  await tx
    .insertInto('attributes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person', 'attribute']).doUpdateSet({ ...told, givenAt: tx.now, givenBy: person }))
    .execute()
}

/** Forgets what was told, and remembers that it is not to be told by a sheet. */
export async function takeBackAttribute(tx: Tx, person: string, attribute: Attribute): Promise<void> {
  await tx.deleteFrom('attributes').where('person', '=', person).where('attribute', '=', attribute).execute()
  await tx
    .insertInto('attributesTakenBack')
    .values({ person, attribute, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
