import type { Tx } from '#ground/db'
import { choosePeople } from './choose-people.ts'
import { ownDraft } from './own-ask.ts'
import { replaceTopics } from './writes.ts'

export type ChangeTopics = { ask: string; topics: string[] }

/** The asker says which topics are meant; whom to ask is chosen anew. */
export async function changeTopics(tx: Tx, { ask: id, topics }: ChangeTopics): Promise<void> {
  const ask = await ownDraft(tx, id)
  await replaceTopics(tx, id, topics)
  await choosePeople(tx, ask, topics)
}
