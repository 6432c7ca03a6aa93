import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { fullById } from './full-reads.ts'
import { endFull } from './hours-writes.ts'
import { ownDay } from './own-day.ts'

/** One may be asked again, at once. */
export async function takeBackFull(tx: Tx, { full }: { full: string }): Promise<void> {
  const { person, organisation } = await ownDay(tx)
  found(await fullById(tx, full))

  const isNew = await endFull(tx, full)
  if (isNew) await tx.note('fullness.taken-back', person, { organisation })
}
