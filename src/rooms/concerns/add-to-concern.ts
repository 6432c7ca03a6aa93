import { keysFor } from '#ground/content-keys'
import type { Tx } from '#ground/db'
import { found, refuse } from '#ground/refusal'
import { openTally } from '#ground/tally'
import { limits } from './concern.ts'
import { messagesOf, ownByReference } from './reads.ts'
import { keyOwner, places } from './sealing.ts'
import { insertMessage, lockConcern } from './writes.ts'

/** `reference`: the secret, or the concern's own id for who raised it by name. */
export type AddToConcern = { reference: string; id: string; text: string; network: string }

const knocks = openTally({ max: limits.messagesAnHourANetworkMax, minutes: 60, keysMax: limits.networksMax })

/**
 * Adds to a concern that the asker raised; the officers are told that there is something new. Refuses `concerns.network` beyond so
 * many an hour, `concerns.full` beyond so many in all.
 */
export async function addToConcern(tx: Tx, { reference, id, text, network }: AddToConcern): Promise<void> {
  const concern = found(await ownByReference(tx, reference)).id
  await lockConcern(tx, concern)
  const messages = await messagesOf(tx, concern)
  if (messages.some((message) => message.id === id)) return
  if (messages.length >= limits.messagesAConcernMax) refuse('concerns.full', { max: limits.messagesAConcernMax })
  if (!knocks(network, tx.now)) refuse('concerns.network')

  const sealed = (await keysFor(tx, keyOwner(concern))).seal(places.message(id, null), { text })
  const isNew = await insertMessage(tx, { id, concern, side: 'raiser', sealed, by: null })
  if (isNew) await tx.note('concern.added', concern, {}, { message: id })
}
