import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { mustBe } from './may.ts'
import { insertSessionEnd } from './session-writes.ts'
import { sessionOwner } from './sign-in-reads.ts'

/** Signs out, here or on another of one's devices; ended twice is ended once. */
export async function endSession(tx: Tx, { session }: { session: string }): Promise<void> {
  const owner = found(await sessionOwner(tx, session))
  mustBe(tx, owner.person)
  const isNew = await insertSessionEnd(tx, session)
  if (isNew) await tx.note('session.ended', session, { organisation: owner.organisation })
}
