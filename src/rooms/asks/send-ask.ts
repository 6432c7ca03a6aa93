import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { pathwayOf } from '#programmes/pathway-reads'
import { askerMoves } from './ask.ts'
import { ownAsk } from './own-ask.ts'
import { insertSend } from './writes.ts'

/** Sends an ask: from now on people are asked, one after another. With nobody to ask, it tells the coordinators. Twice is once. */
export async function sendAsk(tx: Tx, { ask: id }: { ask: string }): Promise<void> {
  const ask = await ownAsk(tx, id)
  const move = askerMoves[ask.state].send
  if (move === 'done') return
  if (move !== 'do') refuse(move)
  if (ask.topics.length === 0) refuse('asks.noTopic')
  const { asks } = await pathwayOf(tx, ask.programme)
  if (!asks.allowed) refuse('asks.notAllowed')

  await insertSend(tx, { ask: id, openAtOnce: asks.openAtOnce, answerDays: asks.answerWorkingDays })
  await tx.note('ask.sent', id, { organisation: ask.organisation, programme: ask.programme })
}
