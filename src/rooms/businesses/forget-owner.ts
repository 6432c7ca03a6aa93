import type { Tx } from '#ground/db'
import type { News } from '#ground/diary'
import { forgetOwnerRows } from './writes.ts'

/** Who is erased is a name no more in what they owned; the firm and its figures stay. Twice is once. */
export async function forgetOwner(tx: Tx, { subject: person }: Pick<News, 'subject'>): Promise<void> {
  await forgetOwnerRows(tx, person)
}
