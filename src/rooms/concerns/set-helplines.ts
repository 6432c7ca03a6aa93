import type { Tx } from '#ground/db'
import { missing } from '#ground/refusal'
import { officerOf } from './officer.ts'
import { officersOf } from './reads.ts'
import { insertHelplines } from './writes.ts'

export type SetHelplines = { id: string; organisation: string; text: string }

/** Whom to call, shown to everybody beside the form; an officer of the organisation says it, and what was said before is kept. */
export async function setHelplines(tx: Tx, { id, organisation, text }: SetHelplines): Promise<void> {
  const by = officerOf(tx)
  if (!(await officersOf(tx, organisation)).some(({ person }) => person === by)) missing()

  const isNew = await insertHelplines(tx, { id, organisation, text, by })
  if (isNew) await tx.note('helplines.set', id, { organisation })
}
