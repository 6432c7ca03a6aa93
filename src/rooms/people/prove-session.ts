import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { mustBe } from './may.ts'
import type { ProvenBy } from './session.ts'
import { insertProof, renewToken } from './session-writes.ts'
import { sessionOwner } from './sign-in-reads.ts'

/** What the browser gets in place of the session's secret of before. */
export type Proven = { token: string; until: Temporal.Instant }

/**
 * Keeps that the session's own person showed more than a mailbox; whoever calls has seen it. The session gets another secret, so that
 * one which somebody else had learnt before opens nothing of what the proof opens.
 */
export async function proveSession(tx: Tx, { session, by }: { session: string; by: ProvenBy }): Promise<Proven> {
  const owner = found(await sessionOwner(tx, session))
  mustBe(tx, owner.person)
  const token = tx.newSecret()
  const until = await renewToken(tx, session, token)
  await insertProof(tx, session, by)
  await tx.note('session.proven', session, { organisation: owner.organisation })
  return { token, until }
}
