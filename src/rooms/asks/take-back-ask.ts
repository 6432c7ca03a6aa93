import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { askerMoves } from './ask.ts'
import { ownAsk } from './own-ask.ts'
import { insertEnd } from './writes.ts'

/** The asker takes an ask back, at any time before somebody said yes. Twice is once. */
export async function takeBackAsk(tx: Tx, { ask: id }: { ask: string }): Promise<void> {
  const ask = await ownAsk(tx, id)
  const move = askerMoves[ask.state].takeBack
  if (move === 'done') return
  if (move !== 'do') refuse(move)

  if (!(await insertEnd(tx, id, 'taken-back'))) return
  if (ask.state === 'asking') {
    await tx.note('ask.ended', id, { organisation: ask.organisation, programme: ask.programme }, { reason: 'taken-back' })
  }
}
