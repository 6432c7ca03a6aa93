import type { Tx } from '#ground/db'
import { refuse } from '#ground/refusal'
import { countMessages } from './message-reads.ts'
import { limits } from './note.ts'
import { sealMessage } from './sealing.ts'
import { placeOf, speaking } from './together.ts'
import { deleteDraft, holdPair, insertMessage } from './writes.ts'

/** `meeting`: one of the pair, which whoever calls this has made sure of. */
export type WriteMessage = { id: string; partnership: string; meeting: string; text: string }

/** One of the two writes a few lines at a meeting, which both read there. */
export async function writeMessage(tx: Tx, { id, partnership, meeting, text }: WriteMessage): Promise<void> {
  const { pair, me } = await speaking(tx, partnership)
  await holdPair(tx, partnership)
  const message = { id, partnership, meeting, author: me }
  if (!(await insertMessage(tx, { ...message, sealed: await sealMessage(tx, message, text) }))) return
  if ((await countMessages(tx, meeting)) > limits.messagesMax) refuse('notebook.messagesFull', { max: limits.messagesMax })
  await deleteDraft(tx, me, { kind: 'message', item: meeting })
  await tx.note('message.written', id, placeOf(pair))
}
