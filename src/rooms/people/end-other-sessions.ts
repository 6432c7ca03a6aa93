import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { mustBe } from './may.ts'
import { placeOf } from './people-reads.ts'
import { insertSessionEnds } from './session-writes.ts'

/** Signs a person out everywhere but in the session to keep; the house may sign out everywhere. */
export async function endOtherSessions(tx: Tx, { person, keep }: { person: string; keep: string | null }): Promise<void> {
  mustBe(tx, person)
  const { organisation } = found(await placeOf(tx, person))
  for (const session of await insertSessionEnds(tx, person, keep)) await tx.note('session.ended', session, { organisation })
}
