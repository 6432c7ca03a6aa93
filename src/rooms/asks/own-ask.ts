import type { Tx } from '#ground/db'
import { found, missing, refuse } from '#ground/refusal'
import { askerMoves } from './ask.ts'
import { type Ask, findAsk } from './reads.ts'
import { holdAsk } from './writes.ts'

/** The asker's own ask, held and still to be changed; to anybody else it is not there. */
export async function ownDraft(tx: Tx, id: string): Promise<Ask> {
  const ask = await ownAsk(tx, id)
  const move = askerMoves[ask.state].change
  if (move !== 'do') refuse(move)
  return ask
}

/** The asker's own ask, held. */
export async function ownAsk(tx: Tx, id: string): Promise<Ask> {
  await holdAsk(tx, id)
  const ask = found(await findAsk(tx, id))
  if (ask.asker !== tx.by) missing()
  return ask
}
