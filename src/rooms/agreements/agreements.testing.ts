import type { Scope } from '#ground/db'
import type { TestHouse } from '#testing/house'
import { versionsOf } from './agreement-reads.ts'
import { signAgreement } from './sign-agreement.ts'
import { writeAgreement } from './write-agreement.ts'

/** Writes as one of the two, upon the version that stands unless another is named; answers the version's id. */
export async function wrote(house: TestHouse, scope: Scope, partnership: string, purpose: string, from?: number): Promise<string> {
  const id = await house.write(async (tx) => tx.newId())
  const stands = (await house.database.read(scope, (db) => versionsOf(db, partnership)))[0]?.nth ?? 0
  const text = { clauses: { purpose, exit: 'never', nothing: 'x' }, goals: ['Speak before donors', 'Delegate', 'Rest', 'A fourth'] }
  await house.writeAs(scope, (tx) => writeAgreement(tx, { id, partnership, from: from ?? stands, ...text }))
  return id
}

export const signed = (house: TestHouse, scope: Scope, partnership: string, version: string) =>
  house.writeAs(scope, (tx) => signAgreement(tx, { partnership, version }))
