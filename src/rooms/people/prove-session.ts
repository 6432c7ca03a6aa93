import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { mustBe } from './may.ts'
import type { ProvenBy } from './session.ts'
import { insertProof } from './session-writes.ts'
import { sessionOwner } from './sign-in-reads.ts'

/** Keeps that the session's own person showed more than a mailbox; whoever calls has seen it. */
export async function proveSession(tx: Tx, { session, by }: { session: string; by: ProvenBy }): Promise<void> {
  const owner = found(await sessionOwner(tx, session))
  mustBe(tx, owner.person)
  await insertProof(tx, session, by)
  await tx.note('session.proven', session, { organisation: owner.organisation })
}
