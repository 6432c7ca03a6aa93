import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { goingOn, placeOf } from './going-on.ts'
import { limits, type OpportunityKind } from './growth.ts'
import { opportunitiesOf } from './opportunity-reads.ts'
import { holdPair, insertOpportunity } from './writes.ts'

export type OpenOpportunity = { id: string; partnership: string; openedBy: 'mentor' | 'mentee'; kind: OpportunityKind; text: string }

/** A door that one opened for the other is written down, by either. */
export async function openOpportunity(tx: Tx, asked: OpenOpportunity): Promise<{ partnership: string }> {
  const { id, partnership, openedBy, kind, text } = asked
  const { pair, me } = await goingOn(tx, partnership)
  await holdPair(tx, partnership)
  const there = await opportunitiesOf(tx, partnership)
  if (there.some((one) => one.id === id)) return { partnership }
  if (there.length >= limits.opportunitiesMax) refuse('growth.opportunitiesFull', { max: limits.opportunitiesMax })

  const keys = await keysFor(tx, { kind: 'partnership', id: partnership })
  const sealed = keys.seal({ kind: 'opportunity', item: id, author: me }, { text })
  if (!(await insertOpportunity(tx, { id, partnership, openedBy: pair[openedBy], kind, sealed, by: me }))) return { partnership }
  await tx.note('opportunity.opened', id, placeOf(pair))
  return { partnership }
}
