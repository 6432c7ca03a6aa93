import { destroyKeys } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { enrolmentsOfPerson } from '#programmes/reads'
import { withdraw } from '#programmes/withdraw'
import { keyOwnersOf, peopleToErase, type ToErase } from './reads.ts'
import { wipePerson } from './writes.ts'

/** Erases whoever is due, and whoever a restored backup brought back. */
export async function eraseDue(tx: Tx): Promise<void> {
  for (const person of await peopleToErase(tx)) await erasePerson(tx, person)
}

/**
 * Names go, sums stay. Their pairs and asks end, and what was written in them is destroyed for both; every row that says who they were is
 * emptied. Concerns stay with the safeguarding officers: they are kept for others' safety. Twice is once.
 */
export async function erasePerson(tx: Tx, { person, organisation }: ToErase): Promise<void> {
  for (const { id, withdrawnAt } of await enrolmentsOfPerson(tx, person)) if (withdrawnAt === null) await withdraw(tx, { enrolment: id })
  for (const owner of await keyOwnersOf(tx, person)) await destroyKeys(tx, owner, 'erased')
  if (await wipePerson(tx, person, organisation)) await tx.note('person.erased', person, { organisation })
}
