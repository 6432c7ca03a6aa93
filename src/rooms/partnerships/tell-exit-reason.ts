import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import type { ExitReason } from './leaving.ts'
import { insertExitReason } from './leaving-writes.ts'
import { ofTwo } from './of-two.ts'

export type TellExitReason = { partnership: string; reason: ExitReason }

/** Somebody says in private, by a code, why it ended; read by nobody, and counted. The first word stands, and no news is written of it. */
export async function tellExitReason(tx: Tx, { partnership, reason }: TellExitReason): Promise<void> {
  const { pair } = await ofTwo(tx, partnership)
  if (pair.endedAt === null) refuse('partnerships.notEnded')
  assert(tx.by, 'somebody says why')
  await insertExitReason(tx, { partnership, person: tx.by, programme: pair.programme, reason })
}
