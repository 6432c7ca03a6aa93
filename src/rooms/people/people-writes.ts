import type { Tx } from '#ground/db'

type NewOrganisation = { id: string; name: string; zone: string; language: string; restDays: number[] }

export async function insertOrganisation(tx: Tx, organisation: NewOrganisation): Promise<void> {
  await tx
    .insertInto('organisations')
    .values({ ...organisation, madeAt: tx.now })
    .execute()
}

type NewPerson = {
  id: string
  organisation: string
  code: string
  fullName: string
  language: string
  calendar: string
  zone: string
  search: string
  unit?: string | null
  jobTitle?: string | null
}

/** False when that id, or that code in the organisation, is there already. */
export async function insertPersonRow(tx: Tx, person: NewPerson): Promise<boolean> {
  const written = await tx
    .insertInto('people')
    .values({ ...person, joinedAt: tx.now, joinedBy: tx.by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

type Contact = { person: string; organisation: string; kind: 'email' | 'phone'; address: string; folded: string }

export async function insertContact(tx: Tx, contact: Contact): Promise<void> {
  await tx
    .insertInto('contacts')
    .values(contact)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteContacts(tx: Tx, person: string, kind: 'email' | 'phone'): Promise<void> {
  await tx.deleteFrom('contacts').where('person', '=', person).where('kind', '=', kind).execute()
}

type NewRole = { person: string; organisation: string; role: 'administrator' | 'coordinator'; programme: string | null }

export async function insertRole(tx: Tx, role: NewRole): Promise<string> {
  const id = tx.newId()
  await tx
    .insertInto('roles')
    .values({ ...role, id, givenAt: tx.now, givenBy: tx.by })
    .execute()
  return id
}

export async function insertRoleEnd(tx: Tx, role: string, by: string | null): Promise<boolean> {
  const written = await tx
    .insertInto('roleEnds')
    .values({ role, at: tx.now, by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}
