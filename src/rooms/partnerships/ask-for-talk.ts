import assert from 'node:assert/strict'
import type { Tx } from '#ground/db'
import { insertTalk } from './leaving-writes.ts'
import { ofTwo } from './of-two.ts'

/** One of the two would like ten minutes with the coordinator, before or after the end; the other is not told. */
export async function askForTalk(tx: Tx, { partnership }: { partnership: string }): Promise<void> {
  const { pair } = await ofTwo(tx, partnership)
  assert(tx.by, 'somebody asks')
  const { programme, organisation } = pair
  if (!(await insertTalk(tx, { partnership, person: tx.by, programme }))) return
  await tx.note('talk.asked', partnership, { organisation, programme })
}
