import type { Tx } from '#ground/db'
import { found } from '#ground/refusal'
import { changeProfile } from '#people/change-profile'
import { type Block, weekOf } from '#people/free-week'
import type { FreeSpan } from '#people/person'

/** The boxes ticked, and hours that no box holds. */
export type KeepWeek = { blocks: readonly Block[]; beside: readonly FreeSpan[] }

/** One's own week, as one's profile keeps it. Refuses `people.hoursMany`. */
export async function keepWeek(tx: Tx, { blocks, beside }: KeepWeek): Promise<void> {
  await changeProfile(tx, { person: found(tx.by), changes: { freeHours: weekOf(blocks, beside) } })
}
