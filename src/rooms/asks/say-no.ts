import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { askedMoves, stageOf } from './ask.ts'
import { turnOf } from './reads.ts'
import { holdAsk, insertAnswer, insertTurnEnd } from './writes.ts'

/**
 * Somebody asked says no, without a reason; the next is asked. The news names no programme, so that nobody but the house reads whose no
 * it was. Twice is once.
 */
export async function sayNo(tx: Tx, { ask }: { ask: string }): Promise<void> {
  assert(tx.by, 'somebody answers')
  await holdAsk(tx, ask)
  const turn = found(await turnOf(tx, ask, tx.by))
  const move = askedMoves[stageOf(turn.answer, turn.isOpen, turn.until, tx.now)].no
  if (move === 'done') return
  if (move !== 'do') refuse(move)

  await insertAnswer(tx, { ask, nth: turn.nth, person: tx.by, answer: 'no' })
  await insertTurnEnd(tx, ask, turn.nth)
  await tx.note('ask.passed', ask, {})
}
