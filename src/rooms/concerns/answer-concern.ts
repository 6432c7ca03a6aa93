import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { acknowledge } from './acknowledge.ts'
import { limits } from './concern.ts'
import { concernToAnswer } from './desk-reads.ts'
import { officerOf } from './officer.ts'
import { messagesOf } from './reads.ts'
import { keyOwner, places } from './sealing.ts'
import { insertMessage, lockConcern } from './writes.ts'

export type AnswerConcern = { concern: string; id: string; text: string }

/**
 * Writes to who raised it, who reads it at the address of their code; no letter goes out, since others may read their mail. Whoever
 * answers has acknowledged. Refuses `concerns.full` beyond so many messages.
 */
export async function answerConcern(tx: Tx, { concern, id, text }: AnswerConcern): Promise<void> {
  await lockConcern(tx, concern)
  await concernToAnswer(tx, concern)
  const messages = await messagesOf(tx, concern)
  if (messages.some((message) => message.id === id)) return
  if (messages.length >= limits.messagesAConcernMax) refuse('concerns.full', { max: limits.messagesAConcernMax })

  const by = officerOf(tx)
  const sealed = (await keysFor(tx, keyOwner(concern))).seal(places.message(id, by), { text })
  const isNew = await insertMessage(tx, { id, concern, side: 'officer', sealed, by })
  if (isNew) await tx.note('concern.answered', concern, {})
  await acknowledge(tx, { concern })
}
