import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { goingOn, placeOf } from './going-on.ts'
import type { Outcome } from './growth.ts'
import { findOpportunity } from './opportunity-reads.ts'
import { insertOutcome } from './writes.ts'

export type TellOutcome = { id: string; opportunity: string; outcome: Outcome; text: string | null }

/** What came of an opportunity so far; what was told before stays. */
export async function tellOutcome(tx: Tx, { id, opportunity: which, outcome, text }: TellOutcome): Promise<{ opportunity: string }> {
  const { partnership } = found(await findOpportunity(tx, which))
  const { pair, me } = await goingOn(tx, partnership)
  const keys = await keysFor(tx, { kind: 'partnership', id: partnership })
  const sealed = text === null ? null : keys.seal({ kind: 'outcome', item: id, author: me }, { text })
  if (!(await insertOutcome(tx, { id, opportunity: which, outcome, sealed, by: me }))) return { opportunity: which }
  await tx.note('opportunity.told', which, placeOf(pair))
  return { opportunity: which }
}
