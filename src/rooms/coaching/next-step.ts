import { findKeys } from '#ground/content-keys'
import type { Db } from '#ground/db'
import type { Meeting } from './coaching.ts'
import { sealedStep } from './reads.ts'

/** The next step as the two read it; null where none was written, or who asks is neither of them. */
export async function nextStepOf(db: Db, { id, partnership }: Pick<Meeting, 'id' | 'partnership'>): Promise<string | null> {
  const row = await sealedStep(db, id)
  if (row === undefined || db.by === null) return null
  const keys = await findKeys(db, { kind: 'partnership', id: partnership })
  const place = { kind: 'coaching-log', item: row.id, author: row.by ?? '', version: row.version }
  return keys?.open<{ nextStep: string }>(place, row.sealed).nextStep ?? null
}
